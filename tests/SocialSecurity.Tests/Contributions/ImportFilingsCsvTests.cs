using System.Text;
using Gms.Imports.V1;
using Gms.Testing;
using Google.Protobuf;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Contributions;

public sealed class ImportFilingsCsvTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    const string Columns = "worker_number,scheme,employer,month,currency,wage,employee_paid,employer_paid,correction";

    [Fact]
    public async Task A_file_is_taken_with_amounts_as_people_write_them()
    {
        var worker = await Insured();

        var (progress, _) = await Import(Columns, $"{worker},TH-SSF-33,1000000001,2026-01,THB,12345.5,617,617.00,no", $"{worker},TH-SSF-33,1000000001,2026-02,THB,12000,600,600,");

        Assert.Equal(2, progress.Accepted);
        var months = (await new Proto.Contributions.ContributionsClient(host.Officer()).ListContributionsAsync(new() { MembershipId = await MembershipOf(worker) }, Given.OfficersPurpose)).Contributions;
        Assert.Equal([12_000_00, 12_345_50], months.Select(m => m.Wage.Minor));
    }

    [Theory]
    [InlineData("2026-13", "THB", "12000", "600", "month", "FILING_MONTH_MALFORMED")]
    [InlineData("01/2026", "THB", "12000", "600", "month", "FILING_MONTH_MALFORMED")]
    [InlineData("2026-01", "THB", "123456789012345678901234567890", "600", "wage", "FILING_AMOUNT_MALFORMED")]
    [InlineData("2026-01", "THB", "12,000", "600", null, "CSV_FIELD_COUNT")]
    [InlineData("2026-01", "THB", "12000.505", "600", "wage", "FILING_AMOUNT_MALFORMED")]
    [InlineData("2026-01", "VND", "12000.50", "600", "wage", "FILING_AMOUNT_MALFORMED")]
    [InlineData("2026-01", "THB", "1e6", "600", "wage", "FILING_AMOUNT_MALFORMED")]
    [InlineData("2026-01", "THB", "12000", "-600", "employee_paid", "TEXT_FORMULA")]
    [InlineData("2026-01", "baht", "12000", "600", "wage", "MONEY_MALFORMED")]
    [InlineData("2026-01", "LAK", "12000", "600", "wage", "CONTRIBUTION_CURRENCY")]
    public async Task A_line_that_is_wrong_is_refused_by_its_column_and_the_next_is_taken(string month, string currency, string wage, string paid, string? column, string code)
    {
        var worker = await Insured();

        var (progress, refused) = await Import(Columns, $"{worker},TH-SSF-33,1000000001,{month},{currency},{wage},{paid},600,", $"{worker},TH-SSF-33,1000000001,2026-02,THB,12000,600,600,");

        Assert.Equal((1L, 1L), (progress.Accepted, progress.Refused));
        Assert.Contains(refused, p => p.Code == code && (column is null || p.Field == column));
    }

    [Fact]
    public async Task A_correction_that_says_neither_yes_nor_no_is_refused()
    {
        var (_, refused) = await Import(Columns, $"{await Insured()},TH-SSF-33,1000000001,2026-01,THB,12000,600,600,perhaps");

        Assert.Equal(["FILING_CORRECTION_MALFORMED"], refused.Select(p => p.Code));
    }

    [Fact]
    public async Task A_file_without_a_column_is_refused_as_a_whole() =>
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => Import("worker_number,scheme", "x,y"))).StatusCode);

    async Task<string> Insured()
    {
        var worker = host.Worker();
        await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker));
        return worker;
    }

    async Task<string> MembershipOf(string worker) => Assert.Single((await new Proto.Memberships.MembershipsClient(host.Officer()).ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Memberships).MembershipId;

    async Task<(ImportProgress, List<Gms.Type.V1.Problem>)> Import(params string[] lines)
    {
        var header = new ImportHeader { ImportId = Guid.NewGuid().ToString(), Country = "TH" };
        using var stream = new Proto.Contributions.ContributionsClient(host.Officer()).ImportFilingsCsv();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        await stream.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")) });
        await stream.RequestStream.CompleteAsync();
        var progress = (await stream).Progress;
        using var rows = new Gms.Imports.V1.Imports.ImportsClient(host.Officer()).ListImportRows(new() { ImportId = header.ImportId, Outcomes = { RowOutcome.Refused } }, Given.OfficersPurpose);
        var refused = new List<Gms.Type.V1.Problem>();
        await foreach (var some in rows.ResponseStream.ReadAllAsync())
            refused.AddRange(some.Rows.SelectMany(r => r.Problems));
        return (progress, refused);
    }
}
