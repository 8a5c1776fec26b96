using Bridge.Engine.Reporting.Wording;

namespace Bridge.Engine.Readiness;

/// <summary>Whether links may lead where they lead.</summary>
internal static class HostJudge
{
    public static IEnumerable<ReadinessItem> Judge(ReadinessFacts facts)
    {
        var anyDeclared = facts.Hosts.Any(host => host.Declared);
        foreach (var host in facts.Hosts.OrderBy(host => host.Permitted).ThenByDescending(host => host.Links).ThenBy(host => host.Host, StringComparer.Ordinal))
        {
            var answer = facts.Answers.GetValueOrDefault((ReadinessChecks.Hosts.Name, host.Host));
            var links = NumberText.Of(host.Links, "link");
            var (state, evidence) = (host.Permitted, answer?.IsYes ?? false) switch
            {
                (true, _) => (ReadinessState.Ready, $"Permitted on the target; {links} lead there."),
                (_, true) => (ReadinessState.Noted, $"Not permitted on the target, and left by {answer!.By ?? "somebody"}; {links} lead there."),
                _ when anyDeclared && !host.Declared => (ReadinessState.Noted, $"Not permitted on the target and not among the brand's hosts; {links} lead there and stay behind."),
                _ => (ReadinessState.Blocked, $"Not permitted on the target; {links} lead there."),
            };
            yield return new ReadinessItem { Check = ReadinessChecks.Hosts, Subject = host.Host, State = state, Evidence = evidence, Owner = answer?.Owner, Due = answer?.Due, Answer = answer?.Answer };
        }
    }
}
