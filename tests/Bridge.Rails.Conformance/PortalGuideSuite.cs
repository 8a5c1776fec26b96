using System.Text.Json;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every portal guide must do.</summary>
public abstract class PortalGuideSuite
{
    /// <summary>A connection.</summary>
    protected abstract IRail Open();

    /// <summary>A template with a name and terms.</summary>
    protected abstract TemplateDraft Template { get; }

    /// <summary>A contract to switch to.</summary>
    protected abstract ContractDraft Contract { get; }

    /// <summary>A partner without e-mail.</summary>
    protected abstract PartnerDraft Partner { get; }

    [Fact]
    public async Task Every_task_has_a_title_instructions_and_fields()
    {
        await using var rail = Open();
        var guide = rail.Port<IPortalGuide>()!;

        foreach (var task in new[] { guide.BuildTemplate(Template), guide.SwitchContract(Contract), guide.InvitePartner(Partner) })
        {
            task.Task.Should().MatchRegex("^[a-z]+(-[a-z]+)*$");
            task.Title.Should().NotBeNullOrWhiteSpace();
            task.Instructions.Should().NotBeEmpty().And.OnlyContain(line => !string.IsNullOrWhiteSpace(line));
            JsonDocument.Parse(task.FieldsJson).RootElement.ValueKind.Should().Be(JsonValueKind.Object);
        }
    }

    [Fact]
    public async Task Only_a_template_needs_an_answer()
    {
        await using var rail = Open();
        var guide = rail.Port<IPortalGuide>()!;

        guide.BuildTemplate(Template).NeedsAnswer.Should().BeTrue();
        guide.SwitchContract(Contract).NeedsAnswer.Should().BeFalse();
        guide.InvitePartner(Partner).NeedsAnswer.Should().BeFalse();
    }

    [Fact]
    public async Task The_same_draft_gives_the_same_task()
    {
        await using var rail = Open();
        var guide = rail.Port<IPortalGuide>()!;

        guide.BuildTemplate(Template).Should().Be(guide.BuildTemplate(Template));
        guide.SwitchContract(Contract).Should().Be(guide.SwitchContract(Contract));
        guide.InvitePartner(Partner).Should().Be(guide.InvitePartner(Partner));
    }
}
