using Gms.Platform;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Gms.Recruitment.Tests.Exports;

public sealed class ExportTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task A_worker_takes_contract_text_costs_and_what_was_told_in_private()
    {
        var (_, worker, contract) = await Recruited();
        await Recruited();
        await new Gms.Recruitment.V1.Complaints.ComplaintsClient(host.As(Who.TheWorker(worker), "own-record", RecruitmentHost.Now)).OpenComplaintAsync(new()
        {
            RequestId = Ask.NewId(), WorkerNumber = worker, ContractId = contract, Category = Gms.Recruitment.V1.ComplaintCategory.Wages, ToldBy = Gms.Recruitment.V1.ComplaintTeller.Worker, Subject = "A month was not paid.",
        });

        var taken = await Exported.Everything(host.As(Who.TheWorker(worker), "own-record"));

        Assert.Equal(["complaint-entries", "complaint-remedies", "complaints", "contract-versions", "contracts", "costs", "declarations", "verdicts"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(taken["complaint-remedies"]);    // nothing was put right yet
        Assert.All(taken.Where(t => t.Key != "complaint-remedies"), t => Assert.Equal(worker, Assert.Single(t.Value).GetProperty("worker_number").GetString()));
        Assert.Equal(contract, taken["contracts"][0].GetProperty("id").GetString());
        Assert.Equal(taken["contracts"][0].GetProperty("text_hash").GetString(), Gms.Recruitment.Contracts.ContractText.HashOf(taken["contract-versions"][0].GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task What_is_said_in_a_complaint_and_told_by_no_event_is_among_what_changed_since()
    {
        var complaint = await new Gms.Recruitment.Tests.Complaints.Complaining(host, TimeProvider.System.GetUtcNow()).Opened();
        complaint.Later(1);
        Task<IReadOnlyList<string>> Changed(string name, string column) => Exported.Column(host.As(Who.TheWorker(complaint.Worker), "own-record"), name, column, r => r.ChangedSince = Timestamp.FromDateTimeOffset(complaint.Now.AddHours(-1)));
        Assert.Empty(await Changed("complaints", "id"));

        await complaint.As(complaint.TheWorker).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Text = "Please keep my name back.", NameWithheld = true });

        Assert.Equal([complaint.Id], await Changed("complaints", "id"));
        Assert.Equal(["2"], await Changed("complaint-entries", "number"));
    }

    [Fact]
    public async Task Two_agencies_see_nothing_of_each_other_and_never_a_declaration()
    {
        var (first, worker, _) = await Recruited();
        var (second, other, _) = await Recruited();

        var taken = await Exported.Everything(host.As(Who.AgencyOfficer(first, "LA"), "recruitment"));

        Assert.Equal(["agencies", "agency-representatives", "contract-versions", "contracts", "costs", "employers", "job-orders", "licence-applications", "licences", "verdicts"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.All(taken.Where(t => t.Key is not ("agency-representatives" or "licence-applications")), t => Assert.Single(t.Value));
        Assert.Equal([first.ToString(), worker], [taken["agencies"][0].GetProperty("id").GetString()!, taken["costs"][0].GetProperty("worker_number").GetString()!]);
        var everything = string.Join("", taken.Values.SelectMany(rows => rows));
        Assert.DoesNotContain(second.ToString(), everything, StringComparison.Ordinal);
        Assert.DoesNotContain(other, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_takes_what_the_own_country_holds()
    {
        var (_, worker, _) = await Recruited();

        var lao = await Exported.Everything(host.As(Who.Is(Role.MinistryOfficer, "LA"), "recruitment"));
        Assert.Equal(15, lao.Count);
        Assert.Contains(worker, lao["declarations"].Select(r => r.GetProperty("worker_number").GetString()));
        Assert.Empty(lao["employers"]);    // Thailand holds them

        var thai = await Exported.Everything(host.As(Who.Is(Role.MinistryOfficer, "TH"), "recruitment"));
        Assert.NotEmpty(thai["employers"]);
        Assert.NotEmpty(thai["job-orders"]);
        Assert.Empty(thai["contracts"]);
    }

    [Fact]
    public async Task A_licensing_officer_takes_no_contract() => Assert.Equal(["agencies", "agency-representatives", "employer-standings", "employers", "job-orders", "licence-applications", "licences", "verdicts"],
        await Exported.Names(host.As(Who.Is(Role.LicensingOfficer, "LA"), "audit")));

    [Fact]
    public async Task Codes_are_explained_in_the_reader_s_language()
    {
        var (_, worker, _) = await Recruited();

        var cost = Assert.Single(await Exported.Rows(host.As(Who.TheWorker(worker), "own-record"), "costs", r => r.Language = "lo"));

        Assert.Equal(("PASSPORT", "ໜັງສືຜ່ານແດນ ຫຼື ເອກະສານເດີນທາງ", "ນາຍຈ້າງ"), (cost.GetProperty("item").GetString(), cost.GetProperty("item_label").GetString(), cost.GetProperty("payer_label").GetString()));
        Assert.Equal((150_000, "THB"), (cost.GetProperty("amount_minor").GetInt64(), cost.GetProperty("amount_currency").GetString()));
    }

    [Fact]
    public async Task A_contract_that_ended_changed_since()
    {
        var (_, worker, contract) = await Recruited();
        var officer = host.As(Who.Is(Role.MinistryOfficer, "LA"), "recruitment");

        Assert.Equal([contract], await Exported.Column(officer, "contracts", "id", r => (r.WorkerNumber, r.ChangedSince) = (worker, Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(-10)))));
        Assert.Empty(await Exported.Rows(officer, "contracts", r => (r.WorkerNumber, r.ChangedSince) = (worker, Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(10)))));
    }

    async Task<(Guid Agency, string Worker, string Contract)> Recruited()
    {
        var (agency, worker, contract) = await host.Contract();
        await host.Costs().RecordCostAsync(Ask.Cost(contract));
        await host.Declarations(Who.TheWorker(worker)).RecordDeclarationAsync(Ask.Declaration(contract));
        await host.Verdicts(Who.AgencyOfficer(agency, "LA")).KeepVerdictAsync(new() { RequestId = Ask.NewId(), Recruitment = new() { WorkerNumber = worker }, KeptFor = "a departure" });
        return (agency, worker, contract);
    }
}
