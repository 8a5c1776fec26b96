using Bridge.Model.Contracts;

namespace Bridge.Engine.Mapping;

/// <summary>How a contract should look on the target.</summary>
public sealed record DesiredContract
{
    /// <summary>Terms as the target can hold them; partner and ids are the source's and do not count.</summary>
    public required Contract Terms { get; init; }

    /// <summary>Source template (Rakuten GOID) that the target template stands for.</summary>
    public required string TemplateKey { get; init; }

    /// <summary>Name that the target template has or gets.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Target template declared in the profile; null when a person still has to build it.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Precedence among several contracts of one partner, lowest leads.</summary>
    public required int Precedence { get; init; }
}
