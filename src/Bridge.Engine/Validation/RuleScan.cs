namespace Bridge.Engine.Validation;

/// <summary>Finds rules: a new class is enough, no list names it.</summary>
internal static class RuleScan
{
    public static IReadOnlyList<TRule> Find<TRule>() =>
        [.. typeof(RuleScan).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(TRule).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (TRule)Activator.CreateInstance(type)!)];
}
