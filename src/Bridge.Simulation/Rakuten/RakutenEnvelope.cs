namespace Bridge.Simulation.Rakuten;

/// <summary>Where replies carry their paging facts. The samples, the schema and working clients disagree (rakuten.md 4).</summary>
public enum RakutenEnvelope
{
    /// <summary>As the samples: <c>_metadata</c>, but the list of commissioning lists as in <see cref="DataFirst"/>.</summary>
    AsDocumented,

    /// <summary><c>_metadata</c> beside the rows, everywhere.</summary>
    Underscore,

    /// <summary><c>metadata</c> beside the rows, everywhere.</summary>
    Plain,

    /// <summary><c>{message, data}</c>, where the first element of <c>data</c> is the metadata.</summary>
    DataFirst,
}
