using Bridge.Engine.Yaml;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>Reads the section <c>contracts</c>.</summary>
internal static class ContractSectionReader
{
    private static readonly string[] Bases = ["orderValue", "periodRevenue", "periodCount"];
    private static readonly string[] Modes = ["marginal", "retroactive"];
    private static readonly string[] Periods = ["day", "week", "month", "quarter", "year", "lifetime"];
    private static readonly string[] Carry = ["source", "drop"];

    public static ContractSection Read(NodeReader section) => new()
    {
        Precedence = (section.OptionalTexts("precedence") ?? []).ToValueList(),
        TemplateName = section.OptionalText("templateName") ?? "{name} ({id})",
        Templates = section.SectionMap("templates").ToDictionary(
            entry => entry.Key,
            entry => new TemplateDecision(
                entry.Value.OptionalText("id"), entry.Value.OptionalText("name"), Tiers(entry.Value, "tierBasis", "tierPeriod", "tierMode")),
            StringComparer.Ordinal),
        Tiers = Tiers(section.Section("tiers"), "basis", "period", "mode"),
        ScopeValues = section.Sections("scopeValues").Select(ScopeValue).OfType<ScopeValueRule>().ToValueList(),
        ClickWindow = Window(section, "clickWindow"),
        ViewWindow = Window(section, "viewWindow"),
        Locking = Mode(section, "locking"),
        Payout = Mode(section, "payout"),
        Attribution = Mode(section, "attribution"),
        MinimumPayout = Mode(section, "minimumPayout"),
        Clawback = Mode(section, "clawback"),
        EndDate = Mode(section, "endDate"),
    };

    public static PartnerEntry Entry(EntryWord word) => word switch
    {
        EntryWord.CreateDirectly => PartnerEntry.CreateDirectly,
        EntryWord.ImportFile => PartnerEntry.ImportFile,
        EntryWord.ProspectFile => PartnerEntry.ProspectFile,
        _ => PartnerEntry.InviteInPortal,
    };

    private static TierDecision Tiers(NodeReader section, string basis, string period, string mode) => new(
        Parse<TierBasis>(section.OptionalChoice(basis, Bases)),
        Parse<TermPeriod>(section.OptionalChoice(period, Periods)),
        Parse<TierMode>(section.OptionalChoice(mode, Modes)));

    private static TEnum? Parse<TEnum>(string? word)
        where TEnum : struct, Enum => word is null ? null : Enum.Parse<TEnum>(word, ignoreCase: true);

    private static ScopeValueRule? ScopeValue(NodeReader item)
    {
        var field = item.RequiredChoice<ScopeField>("field");
        var from = item.RequiredText("from");
        var to = item.RequiredText("to");
        return field is { } known ? new ScopeValueRule(known, from, to) : null;
    }

    private static CarryMode Mode(NodeReader section, string key) =>
        section.OptionalChoice(key, Carry) == "drop" ? CarryMode.Drop : CarryMode.Source;

    private static WindowRule Window(NodeReader section, string key)
    {
        var text = section.OptionalText(key) ?? "source";
        if (WindowRule.Parse(text) is { } rule)
        {
            return rule;
        }

        section.Problem(key, YamlFindings.WrongFormCode, text, $"'{section.Path}.{key}' must be source, drop or a time.", "Write the time as a number and days or hours, for example 30 days.");
        return new WindowRule(CarryMode.Source);
    }
}
