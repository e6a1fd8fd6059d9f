using System.Collections.Concurrent;
using Gms.DepartureOrientation.V1;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Reintegration.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gms.Upgrade;

/// <summary>
/// Offices at work while services are exchanged: reads and writes without a pause, none repeated. Whatever is not answered as it should be is a failure.
/// Each caller takes a new connection after some calls, as many callers come and go in life.
/// </summary>
sealed class Callers(IReadOnlyDictionary<string, ServiceDoor> doors, Doors system)
{
    const int AtOnce = 4, CallsOfAConnection = 5;

    readonly ConcurrentQueue<string> _failures = [];
    readonly ConcurrentDictionary<string, int> _answered = new();

    public IEnumerable<string> Failures => _failures;

    public int Answered(string service) => _answered.GetValueOrDefault(service);

    /// <summary>Works until told to stop; a call that is under way then is still answered.</summary>
    public Task Work(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
            await Task.WhenAll(doors.Select(door => OnOneConnection(door.Key, door.Value.Address)));
    }, CancellationToken.None)));

    async Task OnOneConnection(string service, Uri address)
    {
        using var channel = GrpcChannel.ForAddress(address);
        using var accounts = new Accounts(system);    // a token for each connection, by whichever process of Access takes it
        for (var i = 0; i < CallsOfAConnection; i++)
            try
            {
                await Ask(service, channel, accounts);
                _answered.AddOrUpdate(service, 1, (_, n) => n + 1);
            }
            catch (RpcException failure)
            {
                _failures.Enqueue($"{DateTime.UtcNow:HH:mm:ss.fff} {service}: {failure.StatusCode} {failure.Status.Detail} {failure.Status.DebugException?.GetType().Name} {failure.Status.DebugException?.Message}");
            }
            catch (Exception failure) when (failure is HttpRequestException or CannotGoOnException)
            {
                _failures.Enqueue($"{DateTime.UtcNow:HH:mm:ss.fff} no token for {service}: {failure.Message}");
            }
    }

    Task Ask(string service, GrpcChannel to, Accounts accounts) => service switch
    {
        "Access" => With(accounts, "administrator", "administration", headers => new Gms.Access.V1.Organisations.OrganisationsClient(to).ListOrganisationsAsync(new() { PageSize = 20 }, headers, Deadline)),
        "Registry" => Depart(to, accounts),
        "Recruitment" => With(accounts, Account.Ministry("LA"), "recruitment-verification", headers => new Agencies.AgenciesClient(to).ListAgenciesAsync(new() { Country = "LA" }, headers, Deadline)),
        "SocialSecurity" => new Schemes.SchemesClient(to).ListSchemesAsync(new() { Country = "TH" }, deadline: Deadline).ResponseAsync,
        "DepartureOrientation" => With(accounts, Account.Training("LA"), "orientation", headers => new Curricula.CurriculaClient(to).ListCurriculaAsync(new() { Country = "LA" }, headers, Deadline)),
        "Reintegration" => With(accounts, Account.Counsellor("LA"), "reintegration", headers => new Cases.CasesClient(to).ListCasesAsync(new() { Country = "LA" }, headers, Deadline)),
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, null),
    };

    /// <summary>Somebody new is enrolled and applies to depart, which asks the other services: a part that did not answer would be named.</summary>
    async Task Depart(GrpcChannel to, Accounts accounts)
    {
        var worker = (await With(accounts, Account.Ministry("KH"), "enrolment", headers => new Workers.WorkersClient(to).EnrolWorkerAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Country = "KH",
            Names = { new PersonName { Full = $"Upgrade {Word()} {Word()}" } },
            BirthDate = new() { Year = 1970 + Random.Shared.Next(30), Month = 1 + Random.Shared.Next(12), Day = 1 + Random.Shared.Next(28) },
            Sex = Sex.Male,
            Nationality = "KH",
            Document = new() { Kind = "BORDER_PASS", Issuer = "KH", Number = "U" + Guid.NewGuid().ToString("N")[..8], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
        }, headers, Deadline))).WorkerNumber;
        var planned = DateTime.UtcNow.AddDays(30);
        var departure = (await With(accounts, Account.Ministry("KH"), "departure-clearance", headers => new Departures.DeparturesClient(to).RegisterDepartureAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = worker,
            Channel = "BORDER_S64",
            Origin = "KH",
            Destination = "TH",
            PlannedOn = new() { Year = planned.Year, Month = planned.Month, Day = planned.Day },
            EmploymentType = "AGRICULTURAL_SEASONAL",
        }, headers, Deadline))).Departure;
        if (departure.MissingParts.Count > 0)
            _failures.Enqueue($"{DateTime.UtcNow:HH:mm:ss.fff} a departure waits for {string.Join(", ", departure.MissingParts)}");
    }

    static async Task<T> With<T>(Accounts accounts, string account, string purpose, Func<Metadata, AsyncUnaryCall<T>> call) =>
        await call(new() { { "authorization", "Bearer " + await accounts.Token(account) }, { "gms-purpose", purpose } });

    static DateTime Deadline => DateTime.UtcNow.AddSeconds(60);

    static string Word() => string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => "aeioulmnrstk"[b % 12]));
}
