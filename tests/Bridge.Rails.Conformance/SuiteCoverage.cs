using System.Reflection;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Conformance;

/// <summary>Which suites a rail's declaration asks for, and which of them its tests derive.</summary>
public static class SuiteCoverage
{
    private static readonly Dictionary<EntityKind, Type> ReaderPorts = new Dictionary<EntityKind, Type>
    {
        [EntityKind.PartnerGroup] = typeof(IPartnerGroupReader),
        [EntityKind.Partner] = typeof(IPartnerReader),
        [EntityKind.Contract] = typeof(IContractReader),
        [EntityKind.Deal] = typeof(IDealReader),
        [EntityKind.TrackingLink] = typeof(ITrackingLinkReader),
        [EntityKind.PromoCode] = typeof(IPromoCodeReader),
        [EntityKind.Conversion] = typeof(IConversionReader),
    };

    private static readonly Dictionary<EntityKind, Type> WriterSuites = new Dictionary<EntityKind, Type>
    {
        [EntityKind.PartnerGroup] = typeof(PartnerGroupWriterSuite),
        [EntityKind.Partner] = typeof(PartnerWriterSuite),
        [EntityKind.Contract] = typeof(ApplicationWriterSuite),
        [EntityKind.Deal] = typeof(DealWriterSuite),
        [EntityKind.TrackingLink] = typeof(TrackingLinkWriterSuite),
        [EntityKind.PromoCode] = typeof(PromoCodeWriterSuite),
    };

    /// <summary>Suites that a rail declares and its tests do not derive, by name.</summary>
    public static IReadOnlyList<string> Missing(RailDescriptor rail, Assembly tests)
    {
        var derived = tests.GetTypes()
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<ForRailAttribute>()?.Rail == rail.Id)
            .SelectMany(Bases)
            .ToHashSet();
        return [.. Needed(rail).Where(suite => !suite.Met(derived)).Select(suite => suite.Name)];
    }

    private static IEnumerable<(string Name, Func<IReadOnlySet<Type>, bool> Met)> Needed(RailDescriptor rail)
    {
        foreach (var capability in rail.Capabilities.Entities.Where(one => one.Access is EntityAccess.Read or EntityAccess.ReadWrite))
        {
            if (capability.Entity == EntityKind.Program)
            {
                yield return Suite(typeof(ProgramReaderSuite));
            }
            else if (ReaderPorts.TryGetValue(capability.Entity, out var port))
            {
                yield return ($"EntityReaderSuite<{port.Name}>", derived => derived.Any(type =>
                    type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EntityReaderSuite<,>) && type.GetGenericArguments()[0] == port));
            }
        }

        foreach (var entity in rail.Capabilities.Operations.Where(one => one.Channel == StepChannel.Api).Select(one => one.Entity).Distinct())
        {
            yield return Suite(WriterSuites[entity]);
        }

        if (rail.Capabilities.Operations.Any(one => one.Channel == StepChannel.FilePack))
        {
            yield return Suite(typeof(FilePackSuite));
        }

        if (rail.Capabilities.Operations.Any(one => one.Channel == StepChannel.WorkItem))
        {
            yield return Suite(typeof(PortalGuideSuite));
        }

        if (rail.Settings.Any(setting => setting.Key == "baseUrl"))
        {
            yield return Suite(typeof(ErrorMeaningSuite));
        }

        yield return Suite(typeof(ConnectionCheckSuite));
    }

    private static (string Name, Func<IReadOnlySet<Type>, bool> Met) Suite(Type suite) => (suite.Name, derived => derived.Contains(suite));

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }
}
