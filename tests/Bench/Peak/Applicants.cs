using System.Globalization;
using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Curricula;
using Gms.Imports.V1;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Platform;
using Gms.Population;
using Gms.Registry.V1;
using Gms.Type.V1;

namespace Gms.Bench.Peak;

/// <summary>
/// Workers ready to depart, as many as a peak needs. They are enrolled by the bulk import; their contracts, costs, declarations and signed certificates are
/// copies, made in SQL, of those that one worker got through the services' own calls: what is measured is the departure.
/// </summary>
sealed class Applicants(LocalSystem system, Offices offices, ReadyWorker template)
{
    const int EveryTenthIsAnException = 10;

    public async Task<IReadOnlyList<Applicant>> Make(int count, CancellationToken cancel)
    {
        await Enrolment.Of(count, "peak", offices, cancel);
        var numbers = await Numbers(count, cancel);
        Applicant[] all = [.. numbers.Select((number, i) => new Applicant(number, Guid.CreateVersion7().ToString(), i % EveryTenthIsAnException > 0 ? Outcome.Cleared : i % (2 * EveryTenthIsAnException) > 0 ? Outcome.Refused : Outcome.Held))];
        await BornIn(18, [.. all.Where(a => a.Expected == Outcome.Held).Select(a => a.WorkerNumber)], cancel);
        await BornIn(16, [.. all.Where(a => a.Expected == Outcome.Refused).Select(a => a.WorkerNumber)], cancel);
        await Contracts(all, cancel);
        await Certificates(all, cancel);
        foreach (var database in (string[])["registry", "recruitment", "departure_orientation"])
        {
            await using var copies = await Copies.Open(system, database, cancel);
            await copies.Run("ANALYZE", cancel);
        }
        return all;
    }

    async Task<List<string>> Numbers(int count, CancellationToken cancel)
    {
        await using var registry = await Copies.Open(system, "registry", cancel);
        await using var command = registry.Command("SELECT worker_number FROM workers ORDER BY id DESC LIMIT $1", count);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var numbers = new List<string>(count);
        while (await row.ReadAsync(cancel))
            numbers.Add(row.GetString(0));
        return numbers;
    }

    /// <summary>So old in the year of the departure, the day unknown: at eighteen neither old enough for certain nor too young.</summary>
    async Task BornIn(int age, string[] numbers, CancellationToken cancel)
    {
        await using var registry = await Copies.Open(system, "registry", cancel);
        await registry.Run($"UPDATE workers SET birth_date = '{DateTime.UtcNow.AddDays(5).Year - age}' WHERE worker_number = ANY ($1)", cancel, numbers);
    }

    async Task Contracts(Applicant[] all, CancellationToken cancel)
    {
        await using var recruitment = await Copies.Open(system, "recruitment", cancel);
        await recruitment.Run("CREATE TEMP TABLE made AS SELECT * FROM unnest($1, $2::uuid[]) AS made (worker, contract)", cancel, [.. all.Select(a => a.WorkerNumber)], [.. all.Select(a => a.ContractId)]);
        await recruitment.Copy("contracts", $"t.id = '{template.ContractId}'", cancel, ("id", "contract"), ("worker_number", "worker"));
        foreach (var table in (string[])["contract_versions", "contract_signatures"])
            await recruitment.Copy(table, $"t.contract_id = '{template.ContractId}'", cancel, ("contract_id", "contract"));
        foreach (var table in (string[])["costs", "declarations"])
            await recruitment.Copy(table, $"t.contract_id = '{template.ContractId}'", cancel, ("id", "gen_random_uuid()"), ("contract_id", "contract"), ("worker_number", "worker"));
    }

    /// <summary>Each certificate is signed for its worker with the country's key, as the service signs it.</summary>
    async Task Certificates(Applicant[] all, CancellationToken cancel)
    {
        var signer = new CredentialSigner(new KeyFolder(system.State.PrivateFolder("keys"), mayCreate: false));
        var certificates = new Certificate[all.Length];
        var one = await Template(cancel);
        Parallel.For(0, all.Length, i =>
        {
            var made = one(all[i].WorkerNumber);
            made.Sign(signer.Sign(made));
            certificates[i] = made;
        });
        await using var orientation = await Copies.Open(system, "departure_orientation", cancel);
        await orientation.Run("CREATE TEMP TABLE made AS SELECT * FROM unnest($1, $2::uuid[], $3) AS made (worker, certificate, signed)", cancel,
            [.. certificates.Select(c => c.WorkerNumber)], [.. certificates.Select(c => c.Id.ToString())], [.. certificates.Select(c => c.Credential)]);
        await orientation.Copy("certificates", $"t.worker_number = '{template.WorkerNumber}'", cancel, ("id", "certificate"), ("worker_number", "worker"), ("enrolment_id", "gen_random_uuid()"), ("credential", "signed"), ("status_number", "nextval('certificate_status_numbers')"));
    }

    async Task<Func<string, Certificate>> Template(CancellationToken cancel)
    {
        await using var orientation = await Copies.Open(system, "departure_orientation", cancel);
        await using var command = orientation.Command(
            "SELECT institution_id, curriculum_code, edition, programme, origin, destination, language, minutes, issued_on, expires_on FROM certificates WHERE worker_number = $1", template.WorkerNumber);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var (institution, code, edition, programme, origin, destination) = (row.GetGuid(0), row.GetString(1), row.GetInt32(2), Text(3), Text(4), Text(5));
        var (language, minutes, issued, expires) = (row.GetString(6), row.GetInt32(7), row.GetFieldValue<DateOnly>(8), row.IsDBNull(9) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(9));
        return worker => new()
        {
            Country = "LA",
            WorkerNumber = worker,
            EnrolmentId = default,
            SessionId = default,
            InstitutionId = institution,
            CurriculumId = default,
            CurriculumCode = code,
            Edition = edition,
            Stage = Stage.PreDeparture,
            Programme = programme,
            Origin = origin,
            Destination = destination,
            Language = language,
            Minutes = minutes,
            IssuedOn = issued,
            ExpiresOn = expires,
        };
    }
}
