using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution.Templates;

/// <summary>What a run knows of a template.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TemplateState>))]
public enum TemplateState
{
    /// <summary>Its id is known, or a person is still to build it. One partner may get it: the canary.</summary>
    Declared,

    /// <summary>A contract that was made from it was read and equals the plan, field by field.</summary>
    Proved,

    /// <summary>A contract shows other terms; it is back with who built it, and nobody else gets it.</summary>
    Wrong,

    /// <summary>It shows other terms and nobody in this run will correct it: nobody else gets it.</summary>
    Refuted,
}
