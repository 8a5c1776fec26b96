using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Extraction;

/// <summary>Why an extraction stopped.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ExtractionFailureKind>))]
public enum ExtractionFailureKind
{
    /// <summary>The rail refused, could not be reached or broke its contract.</summary>
    Rail,

    /// <summary>The account of rows and records does not balance.</summary>
    Integrity,

    /// <summary>A part that was sealed is no longer what it was.</summary>
    Corrupt,
}
