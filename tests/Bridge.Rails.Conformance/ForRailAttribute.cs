namespace Bridge.Rails.Conformance;

/// <summary>Says which rail a derived suite tests.</summary>
/// <param name="rail">Rail id.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ForRailAttribute(string rail) : Attribute
{
    /// <summary>Rail id.</summary>
    public string Rail { get; } = rail;
}
