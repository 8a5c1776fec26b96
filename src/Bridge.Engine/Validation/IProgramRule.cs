namespace Bridge.Engine.Validation;

/// <summary>A rule on the pair of programs, looked at once for each plan.</summary>
internal interface IProgramRule : IMigrationRule
{
    /// <summary>Everything that breaks the rule.</summary>
    IEnumerable<RuleBreach> Check(RuleContext context);
}
