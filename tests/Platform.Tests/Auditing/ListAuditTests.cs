using Gms.Audits.V1;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Xunit;

namespace Gms.Platform.Tests.Auditing;

public sealed class ListAuditTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    static readonly string Lao = WorkerNumber.New("LA"), Thai = WorkerNumber.New("TH");

    [Fact]
    public async Task What_one_account_read_changed_and_was_refused_stands_there_newest_first()
    {
        var who = Somebody("LA");
        await Read(who, Lao, Thai);
        await Assert.ThrowsAsync<RpcException>(async () => await new Gms.Probe.V1.Probes.ProbesClient(host.As(who with { Roles = [Role.Trainer] }, "enrolment")).ReadProbeAsync(new() { Country = "LA" }));

        var entries = await All(Auditor(null), new() { AccountId = who.Account });

        Assert.Equal([AuditKind.Refused, AuditKind.Read, AuditKind.Read], entries.Select(e => e.Kind));
        Assert.Equal("PERMISSION_MISSING", entries[0].Outcome);
        Assert.Equal(new[] { Lao, Thai }.Order(), entries.Skip(1).Select(e => e.WorkerNumber).Order());
        Assert.All(entries, e => Assert.Equal((who.Account, who.Organisation, "gms.probe.v1.Probes/ReadProbe"), (e.AccountId, e.OrganisationId, e.Call)));
        Assert.Single(await All(Auditor(null), new() { AccountId = who.Account, OnlyRefused = true }));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        var (who, numbers) = (Somebody("LA"), Enumerable.Range(0, 5).Select(_ => WorkerNumber.New("LA")).ToArray());
        await Read(who, numbers);

        var paged = await All(Auditor(null), new() { AccountId = who.Account, PageSize = 2 });

        Assert.Equal(numbers.Order(), paged.Select(e => e.WorkerNumber).Order());
    }

    [Fact]
    public async Task A_country_sees_its_workers_and_its_own_office_and_no_more()
    {
        var who = Somebody("KH");
        await Read(who, Lao, Thai);

        Assert.Equal([Lao], (await All(Auditor("LA"), new() { AccountId = who.Account })).Select(e => e.WorkerNumber));
        Assert.Empty(await All(Auditor("VN"), new() { AccountId = who.Account }));
        Assert.Equal(2, (await All(Auditor("KH") with { Organisation = who.Organisation }, new() { AccountId = who.Account })).Count);
        Assert.Empty(await All(Auditor("LA") with { Agency = Guid.NewGuid() }, new() { AccountId = who.Account }));
    }

    [Fact]
    public async Task About_one_worker_it_is_told_to_that_worker_also_where_nothing_is_found()
    {
        var (worker, nobody, auditor) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"), Auditor(null));
        await Read(Somebody("LA"), worker);

        Assert.Single((await new Audits.V1.Audits.AuditsClient(host.As(auditor, "audit")).ListAuditAsync(new() { WorkerNumber = worker })).Entries);
        Assert.Empty((await new Audits.V1.Audits.AuditsClient(host.As(auditor, "audit")).ListAuditAsync(new() { WorkerNumber = nobody })).Entries);

        var told = (await All(Auditor(null), new() { AccountId = auditor.Account })).ConvertAll(e => (e.WorkerNumber, e.AuditEvent, string.Join(' ', e.Fields)));
        Assert.Equal([(nobody, "audit-listed", "audit"), (worker, "audit-listed", "audit")], told);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("somebody", true)]
    public async Task Of_neither_or_both_nothing_is_listed(string account, bool worker) =>
        Assert.Equal(["AUDIT_OF_WHOM"], await Refused.Codes(StatusCode.InvalidArgument, () =>
            new Audits.V1.Audits.AuditsClient(host.As(Auditor(null), "audit")).ListAuditAsync(new() { AccountId = account, WorkerNumber = worker ? Lao : "" })));

    [Fact]
    public async Task A_position_that_is_none_is_refused() =>
        Assert.Equal(["PAGE_TOKEN_MALFORMED"], await Refused.Codes(StatusCode.InvalidArgument, () =>
            new Audits.V1.Audits.AuditsClient(host.As(Auditor(null), "audit")).ListAuditAsync(new() { AccountId = "somebody", PageToken = "yesterday" })));

    [Fact]
    public Task Officers_list_nothing() =>
        Refused.With(StatusCode.PermissionDenied, () => new Audits.V1.Audits.AuditsClient(host.As(A.Officer, "audit")).ListAuditAsync(new() { AccountId = "somebody" }));

    async Task<List<AuditEntry>> All(Who who, ListAuditRequest request)
    {
        var all = new List<AuditEntry>();
        while (true)
        {
            var page = await new Audits.V1.Audits.AuditsClient(host.As(who, "audit")).ListAuditAsync(request);
            all.AddRange(page.Entries);
            if (page.NextPageToken.Length == 0)
                return all;
            request.PageToken = page.NextPageToken;
        }
    }

    async Task Read(Who who, params string[] numbers) => await new Gms.Probe.V1.Probes.ProbesClient(host.As(who, "enrolment")).ReadProbeAsync(new() { Country = who.Country!, WorkerNumbers = { numbers } });

    static Who Somebody(string country) => Who.Is(Role.MinistryOfficer, country) with { Account = Guid.NewGuid().ToString(), Organisation = Guid.NewGuid().ToString() };

    static Who Auditor(string? country) => Who.Is(Role.Auditor, country) with { Account = Guid.NewGuid().ToString(), Organisation = Guid.NewGuid().ToString() };
}
