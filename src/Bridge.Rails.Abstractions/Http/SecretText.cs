using System.Diagnostics;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>A secret that cannot be printed by accident: its text form, its debugger form and its JSON form hide the value.</summary>
[DebuggerDisplay("***")]
public sealed class SecretText
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string value;

    /// <summary>Wraps a secret.</summary>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public SecretText(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    /// <summary>The secret itself, for the one place that puts it on the wire.</summary>
    public string Reveal() => value;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
