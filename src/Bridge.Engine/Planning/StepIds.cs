using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>Ids of steps: <c>entity/key/verb</c>, the key percent-encoded. Stable between plans of the same records.</summary>
public static class StepIds
{
    /// <summary>Id of a step about a record or, for supporting steps, about a name.</summary>
    public static string Of(EntityKind entity, string key, string verb) => $"{EntityNames.Of(entity)}/{Uri.EscapeDataString(key)}/{verb}";

    /// <summary>The key inside an id.</summary>
    public static string KeyOf(string stepId)
    {
        var first = stepId.IndexOf('/');
        var last = stepId.LastIndexOf('/');
        return Uri.UnescapeDataString(stepId[(first + 1)..last]);
    }
}
