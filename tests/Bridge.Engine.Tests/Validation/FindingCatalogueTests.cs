using Bridge.Engine.Mapping.Profiles.Rules;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Tests.Validation;

public sealed class FindingCatalogueTests
{
    [Fact]
    public void Codes_and_names_are_unique_and_well_formed()
    {
        FindingCatalogue.All.Select(entry => entry.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        FindingCatalogue.All.Select(entry => entry.Name).Should().OnlyHaveUniqueItems();
        FindingCatalogue.All.Should().OnlyContain(entry => System.Text.RegularExpressions.Regex.IsMatch(entry.Code, "^BRG-[A-Z]+-[0-9]{3}$"));
        FindingCatalogue.All.Should().OnlyContain(entry => entry.Meaning.EndsWith('.') && entry.Remedy.EndsWith('.'));
        FindingCatalogue.All.Count.Should().BeGreaterThan(60);
    }

    [Fact]
    public void Every_rule_of_the_assembly_is_in_it()
    {
        var rules = typeof(FindingCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && (typeof(IMigrationRule).IsAssignableFrom(type) || typeof(IProfileRule).IsAssignableFrom(type)))
            .ToList();

        rules.Should().HaveCountGreaterThan(40);
        FindingCatalogue.All.Select(entry => entry.Name).Should().Contain(rules.Select(rule => rule.Name));
    }

    [Fact]
    public void Finds_an_entry_by_code()
    {
        FindingCatalogue.Of("BRG-LINK-001").Should().Match<FindingDefinition>(entry => entry.Name == "LinkTargetsPermittedHost" && entry.Severity == Severity.Excluding);

        var unknown = () => FindingCatalogue.Of("BRG-NONE-001");
        unknown.Should().Throw<KeyNotFoundException>().WithMessage("*BRG-NONE-001*");
    }
}
