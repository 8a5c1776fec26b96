namespace Bridge.Rails.Impact.Files;

/// <summary>One column of an import file.</summary>
/// <param name="Name">Name in the built-in list, and the first header that is looked for in a template.</param>
/// <param name="Needed">True when the tool can do nothing without it.</param>
/// <param name="Aliases">Other headers, localised ones among them.</param>
internal sealed record PackColumn(string Name, bool Needed, params string[] Aliases);
