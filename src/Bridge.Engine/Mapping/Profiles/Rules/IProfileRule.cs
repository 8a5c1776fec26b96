using Bridge.Engine.Validation;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>One concern of a profile that a key alone cannot show. Found by scanning the assembly; reports everything, hides nothing.</summary>
internal interface IProfileRule
{
    /// <summary>What it reports.</summary>
    FindingDefinition Definition { get; }

    /// <summary>Looks at a profile.</summary>
    void Check(ProfileSubject profile);
}
