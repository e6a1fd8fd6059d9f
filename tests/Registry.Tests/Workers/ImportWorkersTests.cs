using System.Text;
using Gms.Events.Registry;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Registry.Journeys;
using Gms.Registry.Workers;
using Gms.Testing;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Workers;

public sealed class ImportWorkersTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _officer = new(host.As(Who.Is(Role.MinistryOfficer, "LA")));
    readonly Gms.Imports.V1.Imports.ImportsClient _imports = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));

    [Fact]
    public async Task An_imported_person_is_the_same_on_record_as_one_enrolled_alone()
    {
        var alone = (await _officer.EnrolWorkerAsync(Full("AL1234567"))).WorkerNumber;
        var header = Header();
        header.UncheckedReason = "The same person on purpose.";
        await Import(header, [Full("IM1234567")]);
        var imported = Assert.Single(await Report(header)).Id;

        var (one, other) = (await Shown(alone), await Shown(imported));
        other.WorkerNumber = one.WorkerNumber;
        other.Documents[0].DocumentId = one.Documents[0].DocumentId;
        Assert.Equal(one.Documents[0].NumberMasked, other.Documents[0].NumberMasked);
        Assert.Equal(one, other);
    }

    [Fact]
    public async Task Each_piece_is_told_once_and_stands_on_every_timeline()
    {
        var header = Header();
        await Import(header, [.. Enumerable.Range(0, 700).Select(i => A.Enrolment(number: $"TL{i:0000000}"))]);

        var events = await host.Db(db => db.Outbox.Where(e => e.SubjectId == header.ImportId).OrderBy(e => e.SubjectVersion).ToListAsync());
        Assert.Equal(["gms.registry.workers-imported:1", "gms.registry.workers-imported:1"], events.Select(e => e.Name));
        var told = events.Select(e => new Received<Gms.Events.IWorkersEvent>(e.Name, (Gms.Events.IWorkersEvent)EventJson.Read(e.Body, typeof(WorkersImported)))).ToList();
        await host.DeliverMany<Gms.Events.IWorkersEvent, OnWorkersEvent>(told);

        var numbers = (await Report(header)).Select(r => r.Id).ToList();
        Assert.Equal(700, numbers.Distinct().Count());
        Assert.Equal(700, await host.Db(db => db.JourneyEntries.CountAsync(e => numbers.Contains(e.WorkerNumber))));
    }

    [Fact]
    public async Task The_same_document_makes_no_second_person_in_the_file_or_on_record()
    {
        var known = (await _officer.EnrolWorkerAsync(A.Enrolment(number: "KN7654321"))).WorkerNumber;
        var header = Header();

        var progress = await Import(header, [A.Enrolment(number: "kn-765 4321"), A.Enrolment(number: "TW7654321"), A.Enrolment(number: "TW 7654321")]);

        Assert.Equal((1L, 2L), (progress.Accepted, progress.Matched));
        var rows = await Report(header);
        Assert.Equal(known, rows[0].Id);
        Assert.Equal(rows[1].Id, rows[2].Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_was_refused_is_nobody_whom_a_later_one_with_its_document_could_be(bool dryRun)
    {
        var known = A.Enrolment();
        await _officer.EnrolWorkerAsync(known);
        var again = known.Clone();
        again.Document.Number = dryRun ? "RF7654321" : "RF7654322";
        var header = Header();
        header.DryRun = dryRun;

        await Import(header, [again, again.Clone()]);

        Assert.All(await Report(header), r => Assert.Equal((RowOutcome.Refused, "WORKER_PROBABLY_ENROLLED"), (r.Outcome, Assert.Single(r.Problems).Code)));
    }

    [Fact]
    public async Task A_csv_file_is_taken_and_each_wrong_row_says_what_to_do_by_its_column()
    {
        var header = Header();
        var file = """
            name,name_2,birth_date,sex,nationality,province,document_kind,document_issuer,document_number,document_valid_until,phone
            Vannapha Keodara,ວັນນະພາ ແກ້ວດາລາ,1988-03,F,LA,LA-SV,PASSPORT,LA,CS1000001,2032-06-30,+8562055512345
            Example Person,,31/07/1999,F,LA,,PASSPORT,LA,CS1000002,,
            Example Person,,1999,Q,LA,,PASSPORT,LA,CS1000003,,
            Example Person,,1999,M,Laos,,PASSPORT,LA,CS1000004,,
            Example Person,,2020,M,LA,,PASSPORT,LA,CS1000005,,
            Quite Otherwise Named,,1999,M,stateless,,PASSPORT,LA,CS1000006,,
            ,,1999,M,LA,,PASSPORT,LA,CS1000007,,
            Bounthavy Inthavong,,1991,M,LA,,PASSPORT,LA,CS1000008,,020 555 123
            """;

        var progress = await ImportFile(header, Encoding.UTF8.GetBytes(file));

        Assert.Equal((2L, 6L), (progress.Accepted, progress.Refused));
        Assert.Equal(
            ["birth_date ROW_DATE_MALFORMED", "sex VALUE_UNKNOWN", "nationality COUNTRY_MALFORMED", "birth_date WORKER_TOO_YOUNG", "name WORKER_NEEDS_NAME", "phone CONTACT_PHONE_MALFORMED"],
            (await Report(header, RowOutcome.Refused)).Select(r => $"{r.Problems[0].Field} {r.Problems[0].Code}"));
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_takes_none_of_its_neighbours_with_it()
    {
        await AsOwner("ALTER TABLE workers ADD CONSTRAINT no_phongsaly CHECK (province <> 'LA-PH') NOT VALID");
        var (first, refused, last) = (A.Enrolment(), A.Enrolment(), A.Enrolment());
        refused.Province = "LA-PH";
        var header = Header();

        var progress = await Import(header, [first, refused, last]);
        await AsOwner("ALTER TABLE workers DROP CONSTRAINT no_phongsaly");

        Assert.Equal((2L, 1L), (progress.Accepted, progress.Refused));
        var rows = await Report(header);
        Assert.Equal("ROW_NOT_SAVED", Assert.Single(rows[1].Problems).Code);
        Assert.Single((await Shown(rows[0].Id)).Documents);
        Assert.Single((await Shown(rows[2].Id)).Documents);
    }

    [Fact]
    public async Task A_dry_run_that_names_somebody_on_record_is_disclosed_to_that_person()
    {
        var known = A.Enrolment();
        var number = (await _officer.EnrolWorkerAsync(known)).WorkerNumber;
        var again = known.Clone();
        again.Document.Number = "DR7654321";
        var header = Header();
        header.DryRun = true;

        await Import(header, [again]);

        Assert.Equal("WORKER_PROBABLY_ENROLLED", Assert.Single(Assert.Single(await Report(header)).Problems).Code);
        Assert.Equal(1, await host.Db(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM audit WHERE event = 'workers-imported' AND kind = 'read' AND subject = {number}""").SingleAsync()));
    }

    [Fact]
    public async Task A_dry_run_finds_the_same_person_in_another_piece_of_the_file()
    {
        var first = A.Enrolment(number: "DP0000001");
        var again = first.Clone();
        again.Document.Number = "DP0000002";
        var header = Header();
        header.DryRun = true;

        await Import(header, [first, .. Enumerable.Range(0, 500).Select(BornAnotherDay), again]);

        var refused = Assert.Single(await Report(header, RowOutcome.Refused));
        Assert.Equal((502L, "WORKER_PROBABLY_ENROLLED"), (refused.Row, Assert.Single(refused.Problems).Code));
    }

    /// <summary>Among so many of one month, two names that chance made are alike now and then.</summary>
    static Proto.EnrolWorkerRequest BornAnotherDay(int i)
    {
        var other = A.Enrolment(number: $"DQ{i:0000000}");
        var day = new DateOnly(1960, 1, 1).AddDays(i * 20);
        other.BirthDate = new() { Year = day.Year, Month = day.Month, Day = day.Day };
        return other;
    }

    [Fact]
    public async Task The_page_for_users_names_every_column_of_the_form()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT")!, "docs", "import-workers.md"));

        Assert.All(WorkerCsv.Form.Columns, column => Assert.Contains($"| `{column.Name}` | {(column.Required ? "yes" : "")} |".Replace("|  |", "| |", StringComparison.Ordinal), page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_thousand_damaged_rows_are_each_accepted_or_refused_and_nothing_is_half_saved()
    {
        const string sound = "Example Person,1999-07-31,F,LA,PASSPORT,LA,";
        string[] damage = ["\u0000", "\u200f", "\u202e", "\u200b", "=cmd|'/c calc'!A0", "\"", "\"\"", ",", ";", "\t", "\uFFFD", "\ufeff", "'", "😀", "ທ້າວ", "ﷺ", new string('z', 3000), "-1", "+", "@SUM(A1)", "99999999999999999999"];
        var random = new Random(20_261_125);
        var file = new List<byte>(Encoding.UTF8.GetBytes("name,birth_date,sex,nationality,document_kind,document_issuer,document_number\r\n"));
        for (var i = 0; i < 10_000; i++)
        {
            var row = sound + $"MU{i:0000000}";
            var at = random.Next(row.Length);
            row = random.Next(4) switch
            {
                0 => row[..at],
                1 => row.Insert(at, damage[random.Next(damage.Length)]),
                2 => row.Remove(at, 1),
                _ => row[..at] + damage[random.Next(damage.Length)] + row[Math.Min(row.Length, at + 3)..],
            };
            var bytes = Encoding.UTF8.GetBytes(row + (random.Next(2) == 0 ? "\r\n" : "\n"));
            if (bytes.Length > 3 && random.Next(10) == 0)
                bytes[random.Next(bytes.Length - 2)] = 0xC3;    // no UTF-8 any more
            file.AddRange(bytes);
        }
        var before = await host.Db(db => db.Workers.CountAsync());
        var header = Header();

        var progress = await ImportFile(header, [.. file]);

        Assert.Equal(ImportState.Done, progress.State);
        var rows = await Report(header);
        Assert.Equal(progress.NextRow - 1, rows.Count);
        Assert.All(rows, row => Assert.True(row.Outcome is RowOutcome.Refused or RowOutcome.Matched ? row.Problems.Count > 0 && row.Problems[0].Remedy.Length > 0 : row.Id.Length > 0, $"row {row.Row}: {row.Outcome}"));
        Assert.DoesNotContain("ROW_NOT_SAVED", rows.SelectMany(r => r.Problems).Select(p => p.Code));
        Assert.Equal(before + progress.Accepted + progress.ForReview, await host.Db(db => db.Workers.CountAsync()));
        Assert.Equal(progress.Accepted + progress.ForReview, await host.Db(db => db.Workers.CountAsync(w => w.Documents.Any() && rows.Select(r => r.Id).Contains(w.WorkerNumber))));
    }

    static Proto.EnrolWorkerRequest Full(string number)
    {
        var request = A.Enrolment(number: number);
        request.Names[0].Full = "Thipphasone Ounheuane";
        request.Names[1].Full = "ທິບພະສອນ ອຸ່ນເຮືອນ";
        request.FatherName = "Example Father";
        request.ContactFacts = new()
        {
            Contacts = { new Proto.Contact { Kind = Proto.ContactKind.Phone, Value = "+8562055512345" } },
            EmergencyContact = new() { Name = "Example Sister", Relation = Proto.Relation.Sibling, Phone = "+8562055512346" },
            Dependants = { new Proto.Dependant { Relation = Proto.Relation.Child, BirthYear = 2020 } },
            HomeAddress = "Example Village",
            Languages = { "lo", "th" },
        };
        return request;
    }

    async Task AsOwner(string sql)
    {
        await using var owner = Npgsql.NpgsqlDataSource.Create(host.Database.OwnerConnection);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    static ImportHeader Header() => new() { ImportId = Guid.NewGuid().ToString(), Country = "LA", Label = "test" };

    async Task<Proto.GetWorkerResponse> Shown(string number) => await _officer.GetWorkerAsync(new() { WorkerNumber = number }, new Metadata { { "gms-purpose", "enrolment" } });

    async Task<ImportProgress> Import(ImportHeader header, List<Proto.EnrolWorkerRequest> rows)
    {
        using var stream = _officer.ImportWorkers();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        for (var i = 0; i < rows.Count; i += 200)
            await stream.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = i + 1, Workers = { rows.Skip(i).Take(200) } } });
        await stream.RequestStream.CompleteAsync();
        return (await stream).Progress;
    }

    async Task<ImportProgress> ImportFile(ImportHeader header, byte[] file)
    {
        using var stream = _officer.ImportWorkersCsv();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        foreach (var piece in file.Chunk(50_000))
            await stream.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(piece) });
        await stream.RequestStream.CompleteAsync();
        return (await stream).Progress;
    }

    async Task<List<ImportedRow>> Report(ImportHeader header, params RowOutcome[] outcomes)
    {
        using var stream = _imports.ListImportRows(new() { ImportId = header.ImportId, Outcomes = { outcomes } });
        var rows = new List<ImportedRow>();
        await foreach (var some in stream.ResponseStream.ReadAllAsync())
            rows.AddRange(some.Rows);
        return rows;
    }
}
