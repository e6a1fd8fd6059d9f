using System.Text;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Workers;

public sealed class UpdateContactsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _officer = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));

    [Fact]
    public async Task What_is_sent_takes_the_place_of_what_was_there()
    {
        var worker = await Enrolled();

        await Update(_officer, worker, Facts());
        await Update(_officer, worker, new()
        {
            Contacts = { new Proto.Contact { Kind = Proto.ContactKind.Other, Value = "ask the head of Ban Xieng" } },
            EmergencyContact = new() { Name = "ນາງ ຕົວຢ່າງ", Relation = Proto.Relation.Sibling, Phone = "+856 20 5555 0199" },
            Province = "LA-VT",
        });

        var shown = await Shown(worker);
        Assert.Equal([(Proto.ContactKind.Other, "ask the head of Ban Xieng")], shown.ContactFacts.Contacts.Select(c => (c.Kind, c.Value)));
        Assert.Equal(("ນາງ ຕົວຢ່າງ", Proto.Relation.Sibling, "+8562055550199"), (shown.ContactFacts.EmergencyContact.Name, shown.ContactFacts.EmergencyContact.Relation, shown.ContactFacts.EmergencyContact.Phone));
        Assert.Empty(shown.ContactFacts.Dependants);
        Assert.Empty(shown.Languages);
        Assert.Equal(("", "LA-VT"), (shown.ContactFacts.HomeAddress, shown.Province));
    }

    [Fact]
    public async Task Everything_is_kept_in_its_one_form_and_shown_again()
    {
        var worker = await Enrolled();

        await Update(_officer, worker, Facts());

        var facts = (await Shown(worker)).ContactFacts;
        Assert.Equal(["+8562055550100", "example@example.org", "line: example"], facts.Contacts.Select(c => c.Value));
        Assert.Equal([(Proto.Relation.Child, 2019, "ລູກ"), (Proto.Relation.Parent, 0, "")], facts.Dependants.Select(d => (d.Relation, d.BirthYear, d.Name)));
        Assert.Equal(["lo", "th", "zh-Hant-TW"], facts.Languages);
        Assert.Equal("ບ້ານ ຕົວຢ່າງ 12", facts.HomeAddress);
    }

    [Fact]
    public async Task A_worker_changes_the_own_contacts_and_nobody_else_s()
    {
        var (worker, other) = (await Enrolled(), await Enrolled());
        var self = new Proto.Workers.WorkersClient(host.As(Who.TheWorker(worker), "own-record"));

        await Update(self, worker, Facts());

        Assert.Equal(3, (await Shown(worker)).ContactFacts.Contacts.Count);
        Assert.Equal(["WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => self.UpdateContactsAsync(Request(other, Facts()))));
    }

    [Fact]
    public async Task Nothing_of_it_stands_readable_in_the_database()
    {
        var worker = await Enrolled();

        await Update(_officer, worker, Facts());

        var stored = await host.Db(db => db.Workers.Include(w => w.Contacts).Include(w => w.Relatives).AsSplitQuery().SingleAsync(w => w.WorkerNumber == worker));
        var bytes = string.Concat(stored.Contacts.Select(c => c.ValueEncrypted).Concat(stored.Relatives.Select(r => r.DetailsEncrypted)).Append(stored.HomeAddressEncrypted!).Select(b => Encoding.UTF8.GetString(b)));
        foreach (var secret in new[] { "55550100", "example", "2019", "ລູກ", "ຕົວຢ່າງ" })
            Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_are_shown_for_enrolment_and_not_at_the_border()
    {
        var worker = await Enrolled();
        await Update(_officer, worker, Facts());
        var border = new Proto.Workers.WorkersClient(host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control"));

        var shown = await border.GetWorkerAsync(new() { WorkerNumber = worker });

        Assert.Null(shown.ContactFacts);
        Assert.Equal("", shown.FatherName + shown.MotherName);
        Assert.NotEmpty(shown.Documents);
        Assert.DoesNotContain("contact_facts", Assert.Single(await host.Db(db => db.Database
            .SqlQuery<string>($"SELECT fields AS \"Value\" FROM audit WHERE subject = {worker} AND account = 'border-officer@LA'").ToListAsync())), StringComparison.Ordinal);
    }

    public static TheoryData<string, Proto.ContactFacts> Wrong => new()
    {
        { "contact_facts.contacts[0].value", new() { Contacts = { new Proto.Contact { Kind = Proto.ContactKind.Phone, Value = "020 5555 0100" } } } },
        { "contact_facts.contacts[0].value", new() { Contacts = { new Proto.Contact { Kind = Proto.ContactKind.Email, Value = "nobody" } } } },
        { "contact_facts.contacts[0].kind", new() { Contacts = { new Proto.Contact { Value = "x" } } } },
        { "contact_facts.contacts", new() { Contacts = { Enumerable.Repeat(new Proto.Contact { Kind = Proto.ContactKind.Other, Value = "x" }, 11) } } },
        { "contact_facts.emergency_contact.phone", new() { EmergencyContact = new() { Name = "x", Relation = Proto.Relation.Friend, Phone = "1" } } },
        { "contact_facts.dependants[0].birth_year", new() { Dependants = { new Proto.Dependant { Relation = Proto.Relation.Child, BirthYear = 2562 } } } },
        { "contact_facts.languages[1]", new() { Languages = { "lo", "Lao language" } } },
        { "contact_facts.province", new() { Province = "LA-99" } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_field_that_cannot_be_right_is_named(string field, Proto.ContactFacts facts)
    {
        var worker = await Enrolled();

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.UpdateContactsAsync(Request(worker, facts))));
    }

    [Fact]
    public async Task Two_different_provinces_in_one_enrolment_are_refused()
    {
        var request = A.Enrolment();
        request.ContactFacts = new() { Province = "LA-VT" };

        Assert.Equal(["contact_facts.province"], await Refused.Fields(StatusCode.FailedPrecondition, () => _officer.EnrolWorkerAsync(request)));
    }

    async Task<string> Enrolled() => (await _officer.EnrolWorkerAsync(A.Enrolment())).WorkerNumber;

    async Task<Proto.GetWorkerResponse> Shown(string worker) => await _officer.GetWorkerAsync(new() { WorkerNumber = worker });

    static async Task Update(Proto.Workers.WorkersClient client, string worker, Proto.ContactFacts facts) => await client.UpdateContactsAsync(Request(worker, facts));

    static Proto.UpdateContactsRequest Request(string worker, Proto.ContactFacts facts) => new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, ContactFacts = facts };

    static Proto.ContactFacts Facts() => new()
    {
        Contacts =
        {
            new Proto.Contact { Kind = Proto.ContactKind.Phone, Value = "00856 (20) 5555-0100" },
            new Proto.Contact { Kind = Proto.ContactKind.Email, Value = "Example@Example.org" },
            new Proto.Contact { Kind = Proto.ContactKind.Other, Value = "line: example" },
        },
        EmergencyContact = new() { Name = "Example Mother", Relation = Proto.Relation.Parent, Phone = "+856 20 5555 0101" },
        Dependants = { new Proto.Dependant { Relation = Proto.Relation.Child, BirthYear = 2019, Name = "ລູກ" }, new Proto.Dependant { Relation = Proto.Relation.Parent } },
        HomeAddress = "ບ້ານ ຕົວຢ່າງ 12",
        Province = "LA-SV",
        Languages = { "lo", "TH", "ZH-hant-tw", "lo" },
    };
}
