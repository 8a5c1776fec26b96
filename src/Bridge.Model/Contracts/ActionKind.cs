using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>What a partner is paid for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ActionKind>))]
public enum ActionKind
{
    /// <summary>A sale or order.</summary>
    Sale,

    /// <summary>A lead or sign-up.</summary>
    Lead,

    /// <summary>A click.</summary>
    Click,

    /// <summary>A phone call.</summary>
    Call,

    /// <summary>An app install.</summary>
    Install,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
