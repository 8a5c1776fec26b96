namespace Bridge.Engine.Validation;

/// <summary>A rule on one record: what the source says and what the target is to get. Pure and without memory.</summary>
/// <typeparam name="TSource">Canonical source type.</typeparam>
/// <typeparam name="TDesired">Desired form.</typeparam>
internal interface IRecordRule<in TSource, in TDesired> : IMigrationRule
{
    /// <summary>Everything that breaks the rule.</summary>
    IEnumerable<RuleBreach> Check(TSource source, TDesired desired, RuleContext context);
}
