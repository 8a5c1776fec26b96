using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Questions;

/// <summary>JSON contracts of questions.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RaisedQuestion))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(QuestionOption))]
[JsonSerializable(typeof(string))]
public sealed partial class QuestionJson : JsonSerializerContext
{
    static QuestionJson() => Default = new QuestionJson(BridgeJson.CreateOptions(Default.Options));
}
