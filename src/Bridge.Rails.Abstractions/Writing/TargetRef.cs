using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// An object on the target: its native id, or the step that will produce it. Written as the id, or as <c>@</c> and the step
/// id; a native id that starts with <c>@</c> is written with two.
/// </summary>
[JsonConverter(typeof(TargetRefConverter))]
public readonly record struct TargetRef
{
    private TargetRef(string? id, string? step)
    {
        Id = id;
        Step = step;
    }

    /// <summary>Native id; null while it is not known.</summary>
    public string? Id { get; }

    /// <summary>Step that will produce the object; null when the id is known.</summary>
    public string? Step { get; }

    /// <summary>An object that exists.</summary>
    public static TargetRef Known(string id) => new(id, null);

    /// <summary>An object that a step will produce.</summary>
    public static TargetRef Of(string stepId) => new(null, stepId);

    /// <summary>The native id.</summary>
    /// <exception cref="InvalidOperationException">The id is not known yet.</exception>
    public string Require() => Id ?? throw new InvalidOperationException($"The object of step '{Step}' is not known yet.");

    /// <summary>Reads the written form.</summary>
    public static TargetRef Parse(string text) =>
        !text.StartsWith('@') ? Known(text) : text.StartsWith("@@", StringComparison.Ordinal) ? Known(text[1..]) : Of(text[1..]);

    /// <inheritdoc />
    public override string ToString() => Id is null ? "@" + Step : Id.StartsWith('@') ? "@" + Id : Id;

    /// <summary>Writes the reference as a JSON string.</summary>
    public sealed class TargetRefConverter : JsonConverter<TargetRef>
    {
        /// <inheritdoc />
        public override TargetRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString() ?? throw new JsonException("A target reference must not be null."));

        /// <inheritdoc />
        public override void Write(Utf8JsonWriter writer, TargetRef value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
