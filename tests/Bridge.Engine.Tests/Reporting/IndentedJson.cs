using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Engine.Tests.Reporting;

/// <summary>Writes JSON so that a difference between golden files can be read.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class IndentedJson : JsonSerializerContext;
