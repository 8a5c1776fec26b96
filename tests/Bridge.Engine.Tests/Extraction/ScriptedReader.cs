using System.Globalization;
using System.Runtime.CompilerServices;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Extraction;

/// <summary>Gives pages of records that a test wrote down; the cursor is the number of pages read.</summary>
internal sealed class ScriptedReader<T>(EntityKind entity, IReadOnlyList<ReadPage<T>> pages) :
    IEntityReader<T>
{
    public EntityKind Entity => entity;

    /// <summary>Scopes asked for.</summary>
    public List<ReadScope> Scopes { get; } = [];

    /// <summary>Called before a page, by its index, is given; may throw.</summary>
    public Action<int>? BeforePage { get; set; }

    /// <summary>Changes the pages that are given.</summary>
    public Func<ReadPage<T>, ReadPage<T>> Change { get; set; } = page => page;

    public async IAsyncEnumerable<ReadPage<T>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        Scopes.Add(scope);
        var start = scope.After is { } after ? int.Parse(after, CultureInfo.InvariantCulture) : 0;
        for (var index = start; index < pages.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BeforePage?.Invoke(index);
            var cursor = index + 1 < pages.Count ? (index + 1).ToString(CultureInfo.InvariantCulture) : null;
            yield return Change(pages[index] with { Cursor = cursor });
        }
    }
}
