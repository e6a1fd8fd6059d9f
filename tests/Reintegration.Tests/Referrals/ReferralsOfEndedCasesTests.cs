using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Referrals;

/// <summary>No partner reads on in a case that is closed or whose person was erased, whatever was under way in that moment.</summary>
public sealed class ReferralsOfEndedCasesTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    readonly Proto.Referrals.ReferralsClient _counsellor = new(host.As(A.Counsellor, "reintegration"));
    readonly Proto.Cases.CasesClient _cases = new(host.As(A.Counsellor, "reintegration"));

    [Theory]
    [InlineData("UPDATE cases SET state = 'Closed', outcome = 'Declined', closed_on = current_date WHERE id = $1", "CASE_CLOSED")]
    [InlineData("SELECT forget_cases(ARRAY(SELECT worker_number::text FROM cases WHERE id = $1), now())", "CASE_ERASED")]
    public async Task A_referral_that_is_being_sent_or_transferred_while_its_case_is_closed_or_erased_is_refused(string ending, string problem)
    {
        var (sendsFrom, transfersFrom) = ((await host.Assigned()).Case, (await host.Assigned()).Case);
        var (partner, organisation) = await host.Partner("S03");
        var first = await host.Referred(transfersFrom, (await host.Partner("S03")).Partner);

        var sending = await Meanwhile(sendsFrom, ending, () => host.Referred(sendsFrom, partner));
        var transferring = await Meanwhile(transfersFrom, ending, () => _counsellor.TransferReferralAsync(new() { RequestId = Given.New(), ReferralId = first, PartnerId = partner, Reason = "No place.", Consent = Given.Consent }).ResponseAsync);

        Assert.Equal([problem], (await Assert.ThrowsAsync<RpcException>(() => sending)).Problems().Select(p => p.Code));
        Assert.Equal([problem], (await Assert.ThrowsAsync<RpcException>(() => transferring)).Problems().Select(p => p.Code));
        Assert.Empty(await ReadBy(organisation));
    }

    [Fact]
    public async Task A_referral_that_was_being_sent_when_its_case_was_closed_is_revoked_with_it()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        await _counsellor.RevokeReferralAsync(new() { RequestId = Given.New(), ReferralId = await host.Referred(held, partner), Reason = "The worker wants it so." });

        var closing = await Meanwhile(
            held,
            "WITH held AS (SELECT id FROM cases WHERE id = $1 FOR NO KEY UPDATE) UPDATE referrals SET state = 'Sent', revoked_on = NULL, reason_encrypted = NULL FROM held WHERE case_id = held.id",
            () => _cases.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined }).ResponseAsync);

        await closing;
        Assert.Empty(await ReadBy(organisation));
    }

    [Fact]
    public async Task A_case_whose_person_was_erased_is_closed_though_a_referral_is_still_open()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        await host.Referred(held, partner);
        await host.Db(db => db.Database.ExecuteSqlAsync($"SELECT forget_cases(ARRAY(SELECT worker_number::text FROM cases WHERE id = {Guid.Parse(held)}), now())"));

        await _cases.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined });

        Assert.Empty(await ReadBy(organisation));
    }

    /// <summary>The call, begun while another transaction has done that to the case and not yet ended, and met its lock.</summary>
    async Task<Task<T>> Meanwhile<T>(string held, string done, Func<Task<T>> call)
    {
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var other = await database.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(done, other, transaction) { Parameters = { new() { Value = Guid.Parse(held) } } })
            await command.ExecuteNonQueryAsync();

        var answer = call();
        await Eventually.Becomes(() => host.Db(db => db.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value" """).SingleAsync()), waits => waits || answer.IsCompleted);
        await transaction.CommitAsync();
        return answer;
    }

    async Task<IEnumerable<Proto.Referral>> ReadBy(string organisation) => (await new Proto.Referrals.ReferralsClient(host.As(A.PartnerOfficer(organisation), "reintegration")).ListReferralsAsync(new())).Referrals;
}
