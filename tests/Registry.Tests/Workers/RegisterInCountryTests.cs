using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Workers;

public sealed class RegisterInCountryTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _thai = new(host.As(Who.Is(Role.MinistryOfficer, "TH"), "enrolment"));

    [Fact]
    public async Task A_person_without_papers_of_unknown_nationality_is_registered_at_the_destination_which_holds_the_record()
    {
        var answer = await _thai.RegisterInCountryAsync(Registration());

        Assert.StartsWith("TH-", answer.WorkerNumber, StringComparison.Ordinal);
        Assert.Equal("", answer.DocumentId);
        var shown = await _thai.GetWorkerAsync(new() { WorkerNumber = answer.WorkerNumber });
        Assert.Equal(("TH", "", false, Proto.NationalityStatus.Unknown), (shown.Country, shown.Nationality, shown.Stateless, shown.NationalityStatus));
        Assert.Equal((Proto.NoDocumentReason.HeldBySomeoneElse, "REGULARISED_S63"), (shown.NoDocumentReason, shown.RegisteredUnder));
        Assert.Equal(("ဦးအောင်မြင့်", "Mymr"), (shown.FatherName, shown.Names[0].Script));
        Assert.Empty(shown.Documents);
        Assert.Equal("gms.registry.worker-enrolled:1", (await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == answer.WorkerNumber))).Name);
    }

    [Fact]
    public async Task A_pink_card_whose_number_begins_with_0_is_taken_without_a_warning()
    {
        var answer = await _thai.RegisterInCountryAsync(Registration(r =>
        {
            r.NoDocumentReason = Proto.NoDocumentReason.Unspecified;
            r.Document = new() { Kind = "PINK_CARD", Issuer = "TH", Number = "0-0123-45678-90-9", Evidence = Proto.Evidence.OriginalSeen };
        }));

        Assert.Empty(answer.Warnings);
        Assert.Equal("0-0123-45678-90-9", (await new Proto.Documents.DocumentsClient(host.As(Who.Is(Role.MinistryOfficer, "TH"), "enrolment"))
            .RevealDocumentNumberAsync(new() { WorkerNumber = answer.WorkerNumber, DocumentId = answer.DocumentId })).Number);
    }

    [Fact]
    public async Task A_passport_that_has_expired_is_better_than_none() => Assert.NotEqual("", (await _thai.RegisterInCountryAsync(Registration(r =>
    {
        r.NoDocumentReason = Proto.NoDocumentReason.Unspecified;
        r.Document = new() { Kind = "MM_PASSPORT", Issuer = "MM", Number = $"MA{Random.Shared.Next(100_000, 999_999)}", ValidUntil = new() { Year = 2020, Month = 1, Day = 1 } };
    }))).DocumentId);

    [Fact]
    public async Task A_stateless_person_is_registered_as_stateless()
    {
        var number = (await _thai.RegisterInCountryAsync(Registration(r => r.NationalityStatus = Proto.NationalityStatus.Stateless))).WorkerNumber;

        var shown = await _thai.GetWorkerAsync(new() { WorkerNumber = number });
        Assert.Equal((true, Proto.NationalityStatus.Stateless), (shown.Stateless, shown.NationalityStatus));
    }

    public static TheoryData<string, Action<Proto.RegisterInCountryRequest>> NotNow => new()
    {
        { "WORKER_DOCUMENT_OR_REASON", r => r.NoDocumentReason = Proto.NoDocumentReason.Unspecified },
        { "WORKER_DOCUMENT_OR_REASON", r => r.Document = new() { Kind = "PINK_CARD", Issuer = "TH", Number = "6123456789015" } },
        { "WORKER_NATIONALITY_STATUS_DISAGREES", r => r.Nationality = "MM" },
        { "WORKER_NATIONALITY_STATUS_DISAGREES", r => r.NationalityStatus = Proto.NationalityStatus.Known },
        { "WORKER_NEEDS_NAME", r => r.Names.Clear() },
        { "WORKER_NAME_ZAWGYI", r => r.Names[0].Full = "ေအာင္" },
        { "WORKER_NAME_ZAWGYI", r => r.FatherName = "ဦးေအာင္ျမင့္" },
        { "WORKER_NAME_WITHOUT_LETTERS", r => r.Names[0].Full = "123 --" },
        { "WORKER_TOO_YOUNG", r => r.BirthDate = new() { Year = 2020 } },
    };

    [Theory, MemberData(nameof(NotNow))]
    public async Task What_does_not_agree_is_refused_by_code(string code, Action<Proto.RegisterInCountryRequest> change) =>
        Assert.Equal([code], await Refused.Codes(StatusCode.FailedPrecondition, () => _thai.RegisterInCountryAsync(Registration(change))));

    public static TheoryData<string, Action<Proto.RegisterInCountryRequest>> Wrong => new()
    {
        { "registered_under", r => r.RegisteredUnder = "" },
        { "registered_under", r => r.RegisteredUnder = "SECTION_99" },
        { "nationality_status", r => r.NationalityStatus = Proto.NationalityStatus.Unspecified },
        { "sex", r => r.Sex = Proto.Sex.Unspecified },
        { "birth_date", r => r.BirthDate = null },
        { "names[0].script", r => r.Names[0].Script = "12" },
        { "contact_facts.contacts[0].value", r => r.ContactFacts.Contacts.Add(new Proto.Contact { Kind = Proto.ContactKind.Phone, Value = "081 234 5678" }) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_field_that_cannot_be_right_is_named(string field, Action<Proto.RegisterInCountryRequest> change) =>
        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _thai.RegisterInCountryAsync(Registration(change))));

    [Fact]
    public async Task An_officer_of_another_country_may_not_register_here()
    {
        var lao = new Proto.Workers.WorkersClient(host.As(Who.Is(Role.MinistryOfficer, "LA")));

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => lao.RegisterInCountryAsync(Registration())));
    }

    static int s_registrations;

    static Proto.RegisterInCountryRequest Registration(Action<Proto.RegisterInCountryRequest>? change = null)
    {
        var request = new Proto.RegisterInCountryRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Country = "TH",
            RegisteredUnder = "REGULARISED_S63",
            Names = { new PersonName { Full = "အောင်အောင်" }, new PersonName { Full = "Aung Aung" } },
            BirthDate = new() { Year = 1941 + (2 * (Interlocked.Increment(ref s_registrations) % 33)) },    // so far apart that nobody is taken for another
            Sex = Proto.Sex.Male,
            NationalityStatus = Proto.NationalityStatus.Unknown,
            NoDocumentReason = Proto.NoDocumentReason.HeldBySomeoneElse,
            FatherName = "ဦးအောင်မြင့်",
            ContactFacts = new(),
        };
        change?.Invoke(request);
        return request;
    }
}
