using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gms.DepartureOrientation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Gms.Local.Demo;

/// <summary>A session for workers at a school that sent a teacher to the training of trainers, led by one of those whom the programme made trainers.</summary>
static class RollOut
{
    /// <summary>Who was asked for at which time: nobody is asked for twice, whether they were free or not.</summary>
    static readonly ConcurrentDictionary<(string Trainer, DateTimeOffset At), bool> Busy = new();

    /// <summary>
    /// Nobody is in two rooms at once, and journeys run side by side: whoever is not free that day is passed over. When nobody of the programme is free, as when
    /// the demonstration was run sixty times, one more trainer is certified by evidence.
    /// </summary>
    public static async Task<string> Plan(CallInvoker manager, DemonstrationData data, DateTimeOffset startsAt, DateTimeOffset endsAt, CancellationToken cancel)
    {
        var trainers = data.SafeMigration.Trainers.ToArray();
        RandomNumberGenerator.Shuffle(trainers.AsSpan());
        foreach (var trainer in trainers.Where(t => Busy.TryAdd((t, startsAt), true)))
        {
            try
            {
                return await Plan(manager, data, trainer, startsAt, endsAt, cancel);
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
            {
            }
        }
        return await Plan(manager, data, await Further(manager, startsAt, cancel), startsAt, endsAt, cancel);
    }

    static async Task<string> Plan(CallInvoker manager, DemonstrationData data, string trainer, DateTimeOffset startsAt, DateTimeOffset endsAt, CancellationToken cancel) =>
        (await new Sessions.SessionsClient(manager).PlanSessionAsync(new()
        {
            RequestId = Journey.NewId(),
            CurriculumId = data.LaoCurriculum,
            InstitutionId = data.LaoInstitution,
            TrainerId = trainer,
            Room = Journey.NewId()[..8],
            Places = 20,
            Language = "lo",
            StartsAt = Timestamp.FromDateTimeOffset(startsAt),
            EndsAt = Timestamp.FromDateTimeOffset(endsAt),
        }, cancellationToken: cancel)).SessionId;

    static async Task<string> Further(CallInvoker manager, DateTimeOffset day, CancellationToken cancel) =>
        (await new Trainers.TrainersClient(manager).CertifyTrainerAsync(new()
        {
            RequestId = Journey.NewId(),
            Country = "LA",
            Account = $"demonstration-further-{Journey.NewId()[..8]}",
            DisplayName = "Further trainer (demonstration)",
            Level = TrainerLevel.Trainer,
            Languages = { "lo" },
            ValidFrom = Journey.Day(day.AddDays(-1)),
            ValidUntil = Journey.Day(day.AddYears(1)),
            Evidence = "demonstration",
        }, cancellationToken: cancel)).TrainerId;
}
