namespace Bridge.Engine.Handoffs;

/// <summary>A file with personal values in the outbox.</summary>
/// <param name="Id">Hand-off.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Holder">Who claimed it and has to delete it, copies included; null while nobody did.</param>
/// <param name="Steps">Partners in it.</param>
/// <param name="Open">Partners who are still to be uploaded, as far as anybody knows.</param>
public sealed record HeldPack(string Id, string File, string? Holder, int Steps, int Open)
{
    /// <summary>True when nobody needs the file any more: every row was taken by the portal or is done.</summary>
    public bool MayBeDeleted => Open == 0;
}
