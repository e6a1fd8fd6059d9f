using System.Text;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Testing;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class ImportContractsCsvTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    const string Columns = "worker_number,employer_id,job_order_id,origin,destination,channel,occupation,employment_type,starts_on,ends_on,signed_on,languages,wage_minor,wage_currency,wage_period,hours_per_week,days_per_week,workplace,housing,insurance_stated,notice_days";

    static string Row(string worker, string employer, string order, string channel = "MOU_S59", string starts = "2026-12-10", string languages = "lo th", string wage = "1300000", string period = "MONTH", string hours = "48", string insured = "yes") =>
        $"{worker},{employer},{order},la,TH,{channel},8153,FORMAL,{starts},2028-12-09,2026-11-20,{languages},{wage},thb,{period},{hours},6,TH-10,EMPLOYER_FREE,{insured},30";

    [Fact]
    public async Task Good_rows_are_contracts_of_the_sender_and_each_bad_one_says_by_its_column_what_to_do()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (other, _) = await host.LicensedAgency();
        var good = WorkerNumber.New("LA");
        string[] rows =
        [
            Row(good, employer, order),
            Row(WorkerNumber.New("LA"), employer, order, starts: "10/12/2026"),
            Row(WorkerNumber.New("LA"), employer, order, wage: "-1"),
            Row(WorkerNumber.New("LA"), employer, order, wage: "123456789012345678901234567890"),
            Row(WorkerNumber.New("LA"), employer, order, period: "FORTNIGHT"),
            Row(WorkerNumber.New("LA"), employer, order, hours: "113"),
            Row(WorkerNumber.New("LA"), employer, order, hours: "many"),
            Row(WorkerNumber.New("LA"), employer, order, channel: "BY_NIGHT"),
            Row(WorkerNumber.New("LA"), employer, order, languages: "lo;<script>"),
            Row(WorkerNumber.New("LA"), employer, order, insured: "perhaps"),
            Row("LA-0000-0000-0", employer, order),
            Row(WorkerNumber.New("LA"), employer, order) + ",one more",
            Row(good, employer, order),
        ];
        var header = Header();

        var progress = await Import(agency, header, Columns, rows);

        Assert.Equal((1L, 1L, 11L), (progress.Accepted, progress.Matched, progress.Refused));
        Assert.Equal(
            ["starts_on DAY_MALFORMED", "wage_minor TEXT_FORMULA", "wage_minor MONEY_MALFORMED", "wage_period VALUE_UNKNOWN", "hours_per_week NUMBER_OUT_OF_RANGE", "hours_per_week NUMBER_OUT_OF_RANGE", "channel VALUE_UNKNOWN"],
            (await Report(agency, header)).Where(r => r.Outcome == RowOutcome.Refused).Take(7).Select(r => $"{r.Problems[0].Field} {r.Problems[0].Code}"));
        Assert.Equal(
            ["languages", "insurance_stated", "worker_number", ""],
            (await Report(agency, header)).Where(r => r.Outcome == RowOutcome.Refused).Skip(7).Select(r => r.Problems[0].Field));
        var contract = await host.Db(db => db.Contracts.Include(c => c.Versions).SingleAsync(c => c.WorkerNumber == good));
        Assert.Equal((agency, "LA", new DateOnly(2028, 12, 9)), (contract.AgencyId!.Value, contract.Country, contract.EndsOn));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(e => e.Name == "gms.recruitment.contract-registered:1" && e.Body.Contains(good))));

        // A row that names another agency is that agency's, and refused.
        var foreign = await Import(agency, Header(), Columns + ",agency_id", [Row(WorkerNumber.New("LA"), employer, order) + "," + other]);
        Assert.Equal((0L, 1L), (foreign.Accepted, foreign.Refused));
    }

    [Fact]
    public async Task What_a_file_says_is_the_contract_that_a_single_call_registers()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (worker, header) = (WorkerNumber.New("LA"), Header());
        await Import(agency, header, Columns + ",deduction_minor,deduction_currency,leaving_penalty,return_travel_paid_by,complaint_channel_named", [Row(worker, employer, order) + ",0,THB,no,EMPLOYER,true"]);

        var again = Header();
        using var call = As(agency).ImportContracts();
        await call.RequestStream.WriteAsync(new() { Header = again });
        await call.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Contracts = { Ask.Contract(worker, agency, employer, order) } } });
        await call.RequestStream.CompleteAsync();

        Assert.Equal(1L, (await call).Progress.Matched);
    }

    [Fact]
    public async Task A_trial_saves_nothing_and_takes_no_place()
    {
        var (agency, _, employer, order) = await host.AttestedOrder(places: 2);
        var (trial, worker) = (Header(), WorkerNumber.New("LA"));
        trial.DryRun = true;

        Assert.Equal(2L, (await Import(agency, trial, Columns, [Row(worker, employer, order), Row(WorkerNumber.New("LA"), employer, order)])).Accepted);

        Assert.Equal((2, 0), (await host.Db(db => db.JobOrders.Where(o => o.Id == Guid.Parse(order)).Select(o => o.PlacesLeft).SingleAsync()), await host.Db(db => db.Contracts.CountAsync(c => c.WorkerNumber == worker))));
    }

    [Theory]
    [InlineData("worker_number,employer_id", "CSV_COLUMN_MISSING")]
    [InlineData(Columns + ",salary", "CSV_COLUMN_UNKNOWN")]
    public async Task A_file_with_other_columns_is_refused_as_a_whole(string columns, string code)
    {
        var (agency, _) = await host.LicensedAgency();

        Assert.Contains(code, await Refused.StreamCodes(StatusCode.InvalidArgument, () => Import(agency, Header(), columns, ["x"])));
    }

    [Fact]
    public async Task Only_an_agency_or_a_ministry_sends_contracts_and_an_agency_for_its_own_country()
    {
        var (agency, _) = await host.LicensedAgency();
        var abroad = Header();
        abroad.Country = "TH";

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Import(agency, abroad, Columns, [])));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Import(host.Contracts(Who.Is(Role.Inspector, "LA"), "recruitment"), Header(), Columns, [])));
    }

    static ImportHeader Header() => new() { ImportId = Ask.NewId(), Country = "LA", Label = "contracts.csv" };

    readonly Dictionary<Guid, Who> _officers = [];

    Who Officer(Guid agency) => _officers.TryGetValue(agency, out var who) ? who : _officers[agency] = Who.AgencyOfficer(agency, "LA");

    Proto.Contracts.ContractsClient As(Guid agency) => host.Contracts(Officer(agency), "recruitment");

    Task<ImportProgress> Import(Guid agency, ImportHeader header, string columns, string[] rows) => Import(As(agency), header, columns, rows);

    static async Task<ImportProgress> Import(Proto.Contracts.ContractsClient sender, ImportHeader header, string columns, string[] rows)
    {
        using var call = sender.ImportContractsCsv();
        await call.RequestStream.WriteAsync(new() { Header = header });
        await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes(string.Join("\r\n", [columns, .. rows]))) });
        await call.RequestStream.CompleteAsync();
        return (await call).Progress;
    }

    async Task<List<ImportedRow>> Report(Guid agency, ImportHeader header)
    {
        using var call = new Imports.V1.Imports.ImportsClient(host.As(Officer(agency), "recruitment", RecruitmentHost.Now)).ListImportRows(new() { ImportId = header.ImportId });
        var rows = new List<ImportedRow>();
        await foreach (var some in call.ResponseStream.ReadAllAsync())
            rows.AddRange(some.Rows);
        return rows;
    }
}
