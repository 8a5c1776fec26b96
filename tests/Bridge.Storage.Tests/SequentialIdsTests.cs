using Bridge.Testing;

namespace Bridge.Storage.Tests;

public class SequentialIdsTests
{
    [Fact]
    public void Counts_in_crockford_base32_with_26_characters()
    {
        var ids = new SequentialIds();

        var made = Enumerable.Range(0, 40).Select(_ => ids.NewId()).ToList();

        made[0].Should().Be("00000000000000000000000001");
        made[31].Should().Be("00000000000000000000000010");
        made.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
    }
}
