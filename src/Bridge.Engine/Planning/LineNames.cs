using Bridge.Model.Contracts;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Planning;

/// <summary>Writes into a line what its record is called and whose it is, for the people who review the plan.</summary>
internal static class LineNames
{
    public static PlanLine About(this PlanLine line, Partner partner) => line.Named(partner.Name, partner.Id.Value);

    public static PlanLine About(this PlanLine line, Contract contract) => line.Named(contract.Name, contract.Partner.Value);

    public static PlanLine About(this PlanLine line, PromoCode code) => line.Named(code.Code, code.Owner?.Value);

    // A step that makes a link names the old URL already; plans hold many of them.
    public static PlanLine About(this PlanLine line, TrackingLink link) =>
        line.Named(link.Name ?? (line is StepLine { Step: CreateLink } ? null : link.TrackingUrl), link.Partner.Value);

    public static PlanLine Named(this PlanLine line, string? label, string? partner) => line switch
    {
        StepLine { Step: var step } => new StepLine(step with { Label = label, Partner = partner }),
        OutcomeLine outcome => outcome with { Label = label, Partner = partner },
        _ => line,
    };
}
