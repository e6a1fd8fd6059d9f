using System.Collections.Concurrent;
using System.Diagnostics;
using Gms.DepartureOrientation.V1;
using Gms.Faults;
using Gms.Local.Demo;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Gms.Bench;

/// <summary>A worker who may depart, and has not applied yet.</summary>
sealed record ReadyWorker(string WorkerNumber, string ContractId);

/// <summary>The people that calls are made about, made through the services' own calls as the demonstration makes them.</summary>
sealed class Population(Offices offices, DemonstrationData data)
{
    const int InOneSession = 20;
    const int SideBySide = 8;

    /// <summary>A slow machine prepares fewer, and its rounds end sooner.</summary>
    static readonly TimeSpan PreparesFor = TimeSpan.FromSeconds(45);

    static readonly DateTimeOffset Enrolled = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(-30).AddHours(3);
    static readonly DateTimeOffset Contracted = Enrolled.AddDays(7);
    static readonly DateTimeOffset Oriented = Enrolled.AddDays(21);

    public async Task<string> Enrol()
    {
        var workers = new Workers.WorkersClient(As(Account.Ministry("LA"), "Registry", "enrolment", Enrolled));
        return (await workers.EnrolWorkerAsync(new()
        {
            RequestId = NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"{MadeUp()} {MadeUp()}" } },
            BirthDate = new() { Year = 1999, Month = 7 },
            Sex = Sex.Female,
            Nationality = "LA",
            Province = "LA-SV",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + NewId()[..13], ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
        })).WorkerNumber;
    }

    /// <summary>Workers insured in Thailand.</summary>
    public async Task<string[]> Members(int count, CancellationToken cancel)
    {
        var memberships = new Memberships.MembershipsClient(As(Account.SocialSecurity("TH"), "SocialSecurity", "social-security", null));
        var members = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, count, Aside(cancel), async (_, stop) =>
        {
            var number = await Enrol();
            await memberships.StartMembershipAsync(new()
            {
                RequestId = NewId(),
                WorkerNumber = number,
                SchemeId = "TH-SSF-33",
                Employer = DemonstrationData.GarmentEmployer,
                FromDay = Day(Enrolled.AddDays(-400)),
                EmploymentType = "FORMAL",
                Channel = "MOU_S59",
            }, cancellationToken: stop);
            members.Add(number);
        });
        return [.. members];
    }

    /// <summary>Workers with a contract and a certificate, a group of them in each training session.</summary>
    public async Task<ConcurrentQueue<ReadyWorker>> ReadyToDepart(int count, CancellationToken cancel)
    {
        var ready = new ConcurrentQueue<ReadyWorker>();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, count / InOneSession, Aside(cancel), async (_, stop) =>
        {
            if (Stopwatch.GetElapsedTime(started) > PreparesFor)
                return;
            var session = await Session();
            var group = new List<ReadyWorker>();
            for (var i = 0; i < InOneSession; i++)
            {
                stop.ThrowIfCancellationRequested();
                var number = await Enrol();
                var contract = await Contract(number);
                await Attend(session, number);
                group.Add(new(number, contract));
            }

            var manager = As(Account.Training("LA"), "DepartureOrientation", "orientation", Oriented.AddHours(9));
            await new Sessions.SessionsClient(manager).CloseSessionAsync(new() { RequestId = NewId(), SessionId = session }, cancellationToken: stop);
            foreach (var worker in group)
            {
                await new Certificates.CertificatesClient(manager).IssueCertificateAsync(new() { RequestId = NewId(), SessionId = session, WorkerNumber = worker.WorkerNumber }, cancellationToken: stop);
                ready.Enqueue(worker);
            }
        });
        return ready;
    }

    async Task<string> Contract(string number)
    {
        var agency = As(Account.Agency("LA"), "Recruitment", "recruitment", Contracted);
        var registered = await new Contracts.ContractsClient(agency).RegisterContractAsync(FairRecruitment.GarmentContract(number, Day(Contracted), Day(Contracted.AddDays(45))));
        var contract = registered.ContractId;
        await FairRecruitment.Sign(agency, registered, Day(Contracted), CancellationToken.None);

        await new Costs.CostsClient(agency).RecordCostAsync(new()
        {
            RequestId = NewId(),
            ContractId = contract,
            Item = "AGENT_FEE",
            Payer = Payer.Employer,
            Payee = Payee.OriginAgency,
            Amount = new() { Minor = 300_000_000, Currency = "LAK" },
            PaidOn = Day(Contracted),
            ReceiptReference = "DEMO",
            StatedBy = StatedBy.Agency,
        });
        await new Declarations.DeclarationsClient(As(Account.CivilSociety("TH"), "Recruitment", "recruitment-verification", Contracted))
            .RecordDeclarationAsync(FairRecruitment.Declared(contract, Day(Contracted), "lo"));
        return contract;
    }

    async Task<string> Session()
    {
        var manager = As(Account.Training("LA"), "DepartureOrientation", "orientation", Oriented);
        var trainer = (await new Trainers.TrainersClient(manager).CertifyTrainerAsync(new()
        {
            RequestId = NewId(),
            Country = "LA",
            Account = "demonstration-" + NewId(),
            DisplayName = "Demonstration Trainer",
            Level = TrainerLevel.Trainer,
            Evidence = "demonstration",
            Languages = { "lo" },
            ValidFrom = Day(Oriented),
            ValidUntil = Day(Oriented.AddDays(700)),
        })).TrainerId;
        return (await new Sessions.SessionsClient(manager).PlanSessionAsync(new()
        {
            RequestId = NewId(),
            CurriculumId = data.LaoCurriculum,
            InstitutionId = data.LaoInstitution,
            TrainerId = trainer,
            Room = NewId()[..8],
            Places = InOneSession,
            Language = "lo",
            StartsAt = Timestamp.FromDateTimeOffset(Oriented.AddHours(1)),
            EndsAt = Timestamp.FromDateTimeOffset(Oriented.AddHours(8)),
        })).SessionId;
    }

    async Task Attend(string session, string number)
    {
        await new Sessions.SessionsClient(As(Account.Training("LA"), "DepartureOrientation", "orientation", Oriented))
            .EnrolWorkerAsync(new() { RequestId = NewId(), SessionId = session, WorkerNumber = number });
        await new Sessions.SessionsClient(As(Account.Training("LA"), "DepartureOrientation", "orientation", Oriented.AddHours(9)))
            .RecordAttendanceAsync(new() { RequestId = NewId(), SessionId = session, WorkerNumber = number, Day = Day(Oriented), Minutes = 360 });
    }

    CallInvoker As(string account, string service, string purpose, DateTimeOffset? clock) => offices.To(service, account, purpose, clock: clock).Intercept(new Patient());

    static ParallelOptions Aside(CancellationToken cancel) => new() { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancel };

    public static Date Day(DateTimeOffset time) => new() { Year = time.Year, Month = time.Month, Day = time.Day };

    public static string NewId() => Guid.NewGuid().ToString();

    /// <summary>A name that nobody else has, so that nobody is taken for another.</summary>
    static string MadeUp() => string.Concat(Guid.NewGuid().ToByteArray().Take(9).Select(b => "bdfgklmnprstv"[b % 13]));
}
