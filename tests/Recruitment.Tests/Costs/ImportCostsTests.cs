using System.Text;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Testing;
using Google.Protobuf;
using Grpc.Core;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Costs;

public sealed class ImportCostsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task Good_rows_go_through_and_each_bad_one_says_by_its_column_what_to_do()
    {
        var (agency, _, contract) = await host.Contract();
        var (_, _, foreign) = await host.Contract();
        var file = $"""
            contract_id,item,payer,payee,amount_minor,amount_currency,paid_on,receipt_reference,stated_by,nothing_paid
            {contract},AGENT_FEE,EMPLOYER,ORIGIN_AGENCY,150000,THB,2026-11-10,R-1,AGENCY,
            {contract},PASSPORT,WORKER,AUTHORITY,-5,THB,2026-11-10,,AGENCY,
            {contract},PASSPORT,WORKER,AUTHORITY,123456789012345678901234567890,THB,2026-11-10,,AGENCY,
            {contract},PASSPORT,WORKER,AUTHORITY,5,BTC,2026-11-10,,AGENCY,
            {contract},TEA_MONEY,WORKER,AUTHORITY,5,THB,2026-11-10,,AGENCY,
            {contract},PASSPORT,NOBODY,AUTHORITY,5,THB,2026-11-10,,AGENCY,
            {contract},PASSPORT,WORKER,AUTHORITY,5,THB,10/11/2026,,AGENCY,
            {contract},PASSPORT,WORKER,AUTHORITY,5,THB,2026-11-23,,AGENCY,
            {contract},PASSPORT,WORKER,AUTHORITY,5,THB,2026-11-10,,WORKER,
            {foreign},PASSPORT,WORKER,AUTHORITY,5,THB,2026-11-10,,AGENCY,
            {contract},SUBAGENT_FEE,WORKER,BROKER,,,2026-11-10,,AGENCY,true
            {contract},AGENT_FEE,EMPLOYER,ORIGIN_AGENCY,150000,THB,2026-11-10,R-1,AGENCY,
            """;
        var header = Header();

        var progress = await ImportFile(agency, header, file);

        Assert.Equal((2L, 1L, 9L), (progress.Accepted, progress.Matched, progress.Refused));
        Assert.Equal(
            ["amount_minor TEXT_FORMULA", "amount_minor MONEY_MALFORMED", "amount_minor MONEY_MALFORMED", "item VALUE_UNKNOWN", "payer VALUE_UNKNOWN", "paid_on DAY_MALFORMED", "paid_on COST_PAID_IN_FUTURE", "stated_by COST_STATED_FOR_OTHERS", "contract_id CONTRACT_NOT_FOUND"],
            (await Report(agency, header, RowOutcome.Refused)).Select(r => $"{r.Problems[0].Field} {r.Problems[0].Code}"));
        Assert.Equal(2, (await host.Costs().ListCostsAsync(new() { ContractId = contract })).Costs.Count);
        Assert.Empty((await host.Costs().ListCostsAsync(new() { ContractId = foreign })).Costs);
        Assert.Equal(2, await host.Db(db => Task.FromResult(db.Outbox.Count(e => e.Name == "gms.recruitment.cost-recorded:1" && e.Body.Contains(contract)))));
    }

    [Fact]
    public async Task A_dry_run_saves_nothing_and_the_same_file_again_is_matched_row_by_row()
    {
        var (agency, _, contract) = await host.Contract();
        Proto.RecordCostRequest[] rows = [.. Enumerable.Range(1, 600).Select(i =>
        {
            var row = Ask.Cost(contract);
            (row.StatedBy, row.Amount.Minor) = (Proto.StatedBy.Agency, i);
            return row;
        })];
        var dry = Header();
        dry.DryRun = true;
        Assert.Equal(600, (await Import(agency, dry, rows)).Accepted);
        Assert.Empty((await host.Costs().ListCostsAsync(new() { ContractId = contract })).Costs);

        Assert.Equal(600, (await Import(agency, Header(), rows)).Accepted);
        Assert.Equal(600, (await Import(agency, Header(), rows)).Matched);
        await host.Declarations(Who.Is(Role.CivilSocietyOfficer, "LA")).RecordDeclarationAsync(Ask.Declaration(contract));
        var verdict = await host.Compliance().VerifyAgencyAsync(new() { AgencyId = agency.ToString() });
        Assert.Equal(Gms.Type.V1.Outcome.Pass, verdict.Checks.Single(c => c.Code == "FR06").Outcome);
    }

    [Fact]
    public async Task An_agency_imports_for_its_own_country_only()
    {
        var (agency, _, _) = await host.Contract();
        var header = Header();
        header.Country = "TH";

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Import(agency, header, [])));
    }

    static ImportHeader Header() => new() { ImportId = Ask.NewId(), Country = "LA", Label = "costs.csv" };

    readonly Dictionary<Guid, Who> _officers = [];

    Who Officer(Guid agency) => _officers.TryGetValue(agency, out var who) ? who : _officers[agency] = Who.AgencyOfficer(agency, "LA");

    Proto.Costs.CostsClient Of(Guid agency) => new(host.As(Officer(agency), "recruitment", RecruitmentHost.Now));

    async Task<ImportProgress> Import(Guid agency, ImportHeader header, Proto.RecordCostRequest[] rows)
    {
        using var call = Of(agency).ImportCosts();
        await call.RequestStream.WriteAsync(new() { Header = header });
        var first = 1;
        foreach (var piece in rows.Chunk(500))
        {
            await call.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = first, Costs = { piece } } });
            first += piece.Length;
        }
        await call.RequestStream.CompleteAsync();
        return (await call).Progress;
    }

    async Task<ImportProgress> ImportFile(Guid agency, ImportHeader header, string file)
    {
        using var call = Of(agency).ImportCostsCsv();
        await call.RequestStream.WriteAsync(new() { Header = header });
        await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes(file)) });
        await call.RequestStream.CompleteAsync();
        return (await call).Progress;
    }

    async Task<List<ImportedRow>> Report(Guid agency, ImportHeader header, params RowOutcome[] outcomes)
    {
        using var call = new Gms.Imports.V1.Imports.ImportsClient(host.As(Officer(agency), "recruitment")).ListImportRows(new() { ImportId = header.ImportId, Outcomes = { outcomes } });
        var rows = new List<ImportedRow>();
        while (await call.ResponseStream.MoveNext(default))
            rows.AddRange(call.ResponseStream.Current.Rows);
        return rows;
    }
}
