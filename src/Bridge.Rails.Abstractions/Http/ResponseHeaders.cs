namespace Bridge.Rails.Abstractions.Http;

/// <summary>Headers of an answer as plain text by name.</summary>
internal static class ResponseHeaders
{
    internal static Dictionary<string, string> Of(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[name] = values.ToString();
        }

        return headers;
    }
}
