using Bridge.Engine.Approval;
using Bridge.Engine.Execution;
using Bridge.Engine.Tests.Execution;

namespace Bridge.Engine.Tests.Approvals;

public sealed class AuthorityDeskTests
{
    private readonly RunBench bench = new();

    private AuthorityDesk Desk => new(bench.Store, bench.Signer, bench.Time, bench.Ids);

    [Fact]
    public async Task An_authority_says_who_which_document_and_when_and_is_chained()
    {
        var recorded = await RecordAsync(AuthoritySubjects.AccountCreation);

        (await Desk.ReadAsync(default)).Should().Equal(recorded);
        recorded.ToString().Should().Be("Acme Inc., mandate 7, recorded by Maria at 2026-06-30 09:00:00Z");
        (await bench.Store.ReadJournalAsync(0, default).ToListAsync())[^1].Record.Payload!["document"]!.GetValue<string>().Should().Be("mandate 7");
        new AuthoritySet([recorded]).MayCreateAccounts.Should().BeTrue();
        new AuthoritySet([recorded]).MayMail("11").Should().BeFalse();
    }

    [Fact]
    public async Task A_withdrawn_one_holds_no_more_and_changes_the_hash_that_plans_carry()
    {
        var recorded = await RecordAsync(AuthoritySubjects.AccountCreation);
        var before = new AuthoritySet(await Desk.ReadAsync(default));

        var withdrawn = await OwnAsync(epoch => Desk.WithdrawAsync(epoch, recorded.Id, "Kim", default));
        var after = new AuthoritySet(await Desk.ReadAsync(default));

        withdrawn!.WithdrawnBy.Should().Be("Kim");
        before.Hash.Should().HaveLength(64);
        after.Hash.Should().BeNull();
        after.MayCreateAccounts.Should().BeFalse();
        (await OwnAsync(epoch => Desk.WithdrawAsync(epoch, "unknown", "Kim", default))).Should().BeNull();
    }

    [Fact]
    public async Task One_that_was_changed_after_it_was_signed_opens_nothing()
    {
        var recorded = await RecordAsync(AuthoritySubjects.MailUnsubscribed, "11");
        var json = (await bench.Store.FindDocumentAsync(RecordedAuthority.Kind, recorded.Id, default))!;
        await OwnAsync(epoch => bench.Store.AppendAsync(epoch, new JournalRecord(JournalKind.Decided, null, null, []), [new StoreChange.SetDocument(RecordedAuthority.Kind, recorded.Id, json.Replace("\"partner\":\"11\"", "\"partner\":\"12\"", StringComparison.Ordinal))], default));

        var read = () => Desk.ReadAsync(default);

        (await read.Should().ThrowAsync<ApprovalRefusedException>()).Which.Refusal.Should().Be(ApprovalRefusal.Tampered);
    }

    private Task<RecordedAuthority> RecordAsync(string subject, string? partner = null) =>
        OwnAsync(epoch => Desk.RecordAsync(epoch, subject, partner, "Acme Inc.", "mandate 7", "Maria", default));

    private async Task<T> OwnAsync<T>(Func<OwnerEpoch, Task<T>> work)
    {
        var epoch = await bench.Store.TakeOwnershipAsync("test", default);
        var result = await work(epoch);
        await bench.Store.ReleaseOwnershipAsync(epoch, default);
        return result;
    }
}
