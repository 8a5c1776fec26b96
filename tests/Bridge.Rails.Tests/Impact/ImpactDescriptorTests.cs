using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Tests.Impact;

public sealed class ImpactDescriptorTests
{
    private static RailCapabilities Capabilities => ImpactDescriptor.Value.Capabilities;

    [Theory]
    [InlineData(EntityKind.Partner, WriteVerb.Create, StepChannel.Api, OperationClass.Probeable, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.Partner, WriteVerb.Amend, StepChannel.Api, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.Amend)]
    [InlineData(EntityKind.Partner, WriteVerb.Create, StepChannel.FilePack, OperationClass.Human, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.Partner, WriteVerb.Create, StepChannel.WorkItem, OperationClass.Human, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.PartnerGroup, WriteVerb.Create, StepChannel.Api, OperationClass.Probeable, Reversibility.Reversible, WriteVerb.Delete)]
    [InlineData(EntityKind.PartnerGroup, WriteVerb.AddMembers, StepChannel.Api, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.RemoveMembers)]
    [InlineData(EntityKind.PartnerGroup, WriteVerb.RemoveMembers, StepChannel.Api, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.AddMembers)]
    [InlineData(EntityKind.Contract, WriteVerb.Accept, StepChannel.Api, OperationClass.Declarative, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.Contract, WriteVerb.Decline, StepChannel.Api, OperationClass.Declarative, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.Contract, WriteVerb.Create, StepChannel.Implied, OperationClass.Human, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.Contract, WriteVerb.Switch, StepChannel.WorkItem, OperationClass.Human, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.Template, WriteVerb.Create, StepChannel.WorkItem, OperationClass.Human, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.TrackingLink, WriteVerb.Create, StepChannel.Api, OperationClass.Neither, Reversibility.Irreversible, null)]
    [InlineData(EntityKind.PromoCode, WriteVerb.Create, StepChannel.Api, OperationClass.Probeable, Reversibility.Compensable, WriteVerb.Expire)]
    [InlineData(EntityKind.Deal, WriteVerb.Create, StepChannel.Api, OperationClass.Probeable, Reversibility.Reversible, WriteVerb.Delete)]
    public void Declares_what_is_left_after_doubt_and_what_can_be_undone(EntityKind entity, WriteVerb verb, StepChannel channel, OperationClass operationClass, Reversibility reversibility, WriteVerb? undo)
    {
        var operation = Capabilities.Operation(entity, verb, channel);

        operation.Should().NotBeNull();
        (operation!.Class, operation.Reversibility, operation.Undo).Should().Be((operationClass, reversibility, undo));
        (operation.EffectiveWithin, operation.VisibleWithin).Should().Be((TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(60)));
        operation.Source.Should().NotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_undo_is_an_operation_of_the_same_entity_and_channel() =>
        Capabilities.Operations.Where(operation => operation.Undo is not null)
            .Should().OnlyContain(operation => Capabilities.Operation(operation.Entity, operation.Undo!.Value, operation.Channel) != null);

    [Fact]
    public void Ways_in_that_partners_notice_name_their_mail() =>
        Capabilities.Operations.Where(operation => operation.Entity == EntityKind.Partner && operation.Verb == WriteVerb.Create).Should().OnlyContain(operation => operation.SideEffect != null);

    [Fact]
    public async Task Links_can_be_written_and_not_read()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());

        Capabilities.AccessTo(EntityKind.TrackingLink).Should().Be(EntityAccess.Write);
        rail.Port<ITrackingLinkReader>().Should().BeNull();
    }

    [Fact]
    public void Terms_without_a_published_field_are_not_declared()
    {
        Capabilities.Terms.Kinds.Should().NotContain("recurring").And.Contain("tiered");
        Capabilities.Terms.MinimumPayout.Should().BeFalse();
        Capabilities.Terms.TemplatesInPortal.Should().BeTrue();
    }

    [Fact]
    public void The_field_to_field_maps_cover_every_member() => ImpactMaps.Build().ConfigurationProvider.AssertConfigurationIsValid();
}
