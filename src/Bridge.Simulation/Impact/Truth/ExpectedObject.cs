namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// An object that should be on the rail, named by what both sides can know of it. The same object may be expected several
/// times: links that differ in their sub ids alone look the same to the rail.
/// </summary>
/// <param name="Kind">partner, code, link or group.</param>
/// <param name="Key">Natural key.</param>
/// <param name="Owner">MPValue1 of the partner it belongs to, or null.</param>
public sealed record ExpectedObject(string Kind, string Key, string? Owner)
{
    /// <summary>A partner in the program with this MPValue1.</summary>
    public static ExpectedObject Partner(string value1) => new("partner", value1, value1);

    /// <summary>An active code of a partner.</summary>
    public static ExpectedObject Code(string code, string ownerValue1) => new("code", $"{code}|{ownerValue1}", ownerValue1);

    /// <summary>A tracking link of a partner; landing page and vanity path as they were sent, null where none was.</summary>
    public static ExpectedObject Link(string ownerValue1, string? landingPage, string? vanityPath) =>
        new("link", $"{ownerValue1}|{landingPage}|{vanityPath}", ownerValue1);

    /// <summary>A partner group.</summary>
    public static ExpectedObject Group(string name) => new("group", name, null);
}
