using Gms.Platform;
using Gms.Registry.Tests.Documents.Formats;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Documents;

public sealed class ReadMachineReadableZoneTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Documents.DocumentsClient _border = new(host.As(Who.Is(Role.BorderOfficer, "TH"), "border-control"));

    [Fact]
    public async Task A_passport_proposes_what_an_enrolment_needs_and_the_enrolment_takes_it()
    {
        var number = $"PA{Random.Shared.Next(1_000_000, 9_999_999)}";
        var read = await Read(Zone.Passport(number: number, birth: "9907<<"));

        Assert.Equal(("PASSPORT", "LA", number, Proto.Evidence.MrzRead), (read.Document.Kind, read.Document.Issuer, read.Document.Number, read.Document.Evidence));
        Assert.Equal(("LA", Proto.NationalityStatus.Known, "EXAMPLE PERSON", 1999, 7, 0), (read.Nationality, read.NationalityStatus, read.Name.Full, read.BirthDate.Year, read.BirthDate.Month, read.BirthDate.Day));
        Assert.Empty(read.Warnings);

        var enrolment = A.Enrolment();
        (enrolment.Document, enrolment.BirthDate, enrolment.Sex, enrolment.Nationality, enrolment.NationalityStatus) = (read.Document, read.BirthDate, read.Sex, read.Nationality, read.NationalityStatus);
        enrolment.Names.Insert(0, read.Name);
        var enrolled = await new Proto.Workers.WorkersClient(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment")).EnrolWorkerAsync(enrolment);
        Assert.Empty(enrolled.Warnings);
    }

    [Theory]
    [InlineData("XXA", Proto.NationalityStatus.Stateless, "")]
    [InlineData("XXB", Proto.NationalityStatus.Unknown, "", "MRZ_REFUGEE")]
    [InlineData("XXC", Proto.NationalityStatus.Unknown, "", "MRZ_REFUGEE")]
    [InlineData("XXX", Proto.NationalityStatus.Unknown, "")]
    [InlineData("QQQ", Proto.NationalityStatus.Unknown, "", "MRZ_NATIONALITY_UNKNOWN")]
    [InlineData("D", Proto.NationalityStatus.Known, "DE")]
    [InlineData("VNM", Proto.NationalityStatus.Known, "VN")]
    public async Task People_without_a_state_are_told_apart(string code, Proto.NationalityStatus status, string nationality, params string[] warnings)
    {
        var read = await Read(Zone.Passport(nationality: code));

        Assert.Equal((code, status, nationality), (read.NationalityCode, read.NationalityStatus, read.Nationality));
        Assert.Equal(warnings, read.Warnings.Select(w => w.Code));
    }

    [Fact]
    public async Task A_Khmer_card_is_told_by_its_issuer()
    {
        var read = await Read(Zone.Card());

        Assert.Equal((Proto.MachineReadableForm.Td1, "KH_NID9", "KH", "012345678"), (read.Form, read.Document.Kind, read.Document.Issuer, read.Document.Number));
    }

    [Fact]
    public async Task A_Vietnamese_card_s_whole_number_is_taken_from_the_optional_field()
    {
        var read = await Read(Zone.Card(issuer: "VNM", nationality: "VNM", number: "099000001", optional: "001099000001<<3"));

        Assert.Equal(("VN_PIN12", "001099000001"), (read.Document.Kind, read.Document.Number));
    }

    [Fact]
    public async Task A_Myanmar_job_passport_is_a_kind_of_its_own() => Assert.Equal("PJ_PASSPORT", (await Read(Zone.Passport(code: "PJ", issuer: "MMR", nationality: "MMR"))).Document.Kind);

    [Fact]
    public async Task A_passport_of_another_state_is_read_and_its_issuer_left_open()
    {
        var read = await Read(Zone.Passport(issuer: "IND", nationality: "IND"));

        Assert.Equal(("IND", "", "IN"), (read.IssuerCode, read.Document.Issuer, read.Nationality));
    }

    [Theory]
    [InlineData("", "FIELD_REQUIRED")]
    [InlineData("nothing", "MRZ_UNKNOWN_FORM")]
    [InlineData("ຕົວຢ່າງ", "MRZ_FOREIGN_CHARACTERS")]
    [InlineData("P<LAO\0", "TEXT_DAMAGED")]
    public async Task What_is_no_zone_is_refused_with_its_field(string text, string code)
    {
        var refusal = await Refused.With(StatusCode.InvalidArgument, () => _border.ReadMachineReadableZoneAsync(new() { Text = text }));

        Assert.Equal([(code, "text")], refusal.Problems().Select(p => (p.Code, p.Field)));
    }

    [Fact]
    public async Task Far_too_much_is_refused() => Assert.Equal(["MRZ_TOO_LONG"],
        await Refused.Codes(StatusCode.InvalidArgument, () => _border.ReadMachineReadableZoneAsync(new() { Text = new string('<', 3_000_000) })));

    [Fact]
    public async Task Nothing_of_a_zone_is_kept()
    {
        await Read(Zone.Passport(number: "ZZ7654321"));

        Assert.Equal(0, await host.Db(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM audit WHERE audit::text LIKE '%ZZ7654321%' OR subject IS NOT NULL AND event = 'machine-readable-zone-read'").SingleAsync()));
    }

    async Task<Proto.ReadMachineReadableZoneResponse> Read(string text) => await _border.ReadMachineReadableZoneAsync(new() { Text = text });
}
