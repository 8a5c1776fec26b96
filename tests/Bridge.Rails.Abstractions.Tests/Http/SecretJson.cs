using System.Text.Json.Serialization;
using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Abstractions.Tests.Http;

[JsonSerializable(typeof(SecretText))]
internal sealed partial class SecretJson : JsonSerializerContext;
