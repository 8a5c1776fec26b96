namespace Bridge.Simulation.Impact;

/// <summary>How the templates and result files of the import tools look. impact.com publishes neither.</summary>
public enum ImportFileStyle
{
    /// <summary>The names of the reference, commas.</summary>
    Plain,

    /// <summary>Other names in another order with columns of the tool's own, required ones starred; results without the brand's values.</summary>
    Reordered,

    /// <summary>German headers and semicolons.</summary>
    German,
}
