namespace Bridge.Engine.Reporting.Documents;

/// <summary>One member per kind of block: a new kind breaks every renderer at compile time.</summary>
/// <typeparam name="TResult">What a case gives.</typeparam>
public interface IBlockCases<out TResult>
{
    /// <summary>A heading.</summary>
    TResult Heading(HeadingBlock block);

    /// <summary>A sentence that stands out.</summary>
    TResult Notice(NoticeBlock block);

    /// <summary>A paragraph.</summary>
    TResult Text(TextBlock block);

    /// <summary>Key figures.</summary>
    TResult Figures(FiguresBlock block);

    /// <summary>Names and values.</summary>
    TResult Facts(FactsBlock block);

    /// <summary>A table.</summary>
    TResult Table(TableBlock block);

    /// <summary>The conservation rule per entity.</summary>
    TResult Equations(EquationsBlock block);

    /// <summary>Cards to search in.</summary>
    TResult Cards(CardsBlock block);
}
