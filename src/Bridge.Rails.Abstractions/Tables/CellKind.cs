namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What the cells of a column hold; numbers and dates decide how a file is read.</summary>
public enum CellKind
{
    /// <summary>Text as it stands.</summary>
    Text,

    /// <summary>Digits alone.</summary>
    Id,

    /// <summary>A number in the file's own form.</summary>
    Number,

    /// <summary>A date in the file's own order.</summary>
    Date,
}
