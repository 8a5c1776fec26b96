namespace Bridge.EndToEnd.Tests.Monday;

/// <summary>What comes next in a section of the README.</summary>
internal abstract record ReadmeLine
{
    /// <summary>A command of a <c>sh</c> block.</summary>
    /// <param name="Text">The command, without its comment.</param>
    /// <param name="ExitCode">What its comment promises (<c># exit 2: ...</c>); 0 when it promises nothing.</param>
    public sealed record Command(string Text, int ExitCode) : ReadmeLine;

    /// <summary>A mark (<c>&lt;!-- person: name --&gt;</c>) where the text asks the reader to write something into a file.</summary>
    /// <param name="Name">What the reader does.</param>
    public sealed record Person(string Name) : ReadmeLine;
}
