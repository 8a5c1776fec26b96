using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>Reads an entity to its end and checks what holds for every read.</summary>
internal static class Pages
{
    public static async Task<IReadOnlyList<ReadPage<T>>> OfAsync<T>(IEntityReader<T>? reader, ReadScope? scope = null)
    {
        var pages = new List<ReadPage<T>>();
        await foreach (var page in reader!.ReadAsync(scope ?? ReadScope.All, CancellationToken.None))
        {
            page.Rows.Balanced.Should().BeTrue("every row of a page is accounted for");
            page.Rows.Records.Should().Be(page.Records.Count);
            pages.Add(page);
        }

        pages.Should().NotBeEmpty();
        pages[^1].Cursor.Should().BeNull("the last page names no next one");
        pages.Count(page => page.Cursor is null).Should().Be(1);
        return pages;
    }
}
