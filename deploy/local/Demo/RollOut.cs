using System.Security.Cryptography;
using Gms.DepartureOrientation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Gms.Local.Demo;

/// <summary>A session for workers at a school that sent a teacher to the training of trainers, led by one of those whom the programme made trainers.</summary>
static class RollOut
{
    /// <summary>Nobody is in two rooms at once, and journeys run side by side: whoever is not free that day is passed over.</summary>
    public static async Task<string> Plan(Sessions.SessionsClient sessions, DemonstrationData data, DateTimeOffset startsAt, DateTimeOffset endsAt, CancellationToken cancel)
    {
        var trainers = data.SafeMigration.Trainers.ToArray();
        RandomNumberGenerator.Shuffle(trainers.AsSpan());
        for (var i = 0; ; i++)
        {
            try
            {
                return (await sessions.PlanSessionAsync(new()
                {
                    RequestId = Journey.NewId(),
                    CurriculumId = data.LaoCurriculum,
                    InstitutionId = data.LaoInstitution,
                    TrainerId = trainers[i],
                    Room = Journey.NewId()[..8],
                    Places = 20,
                    Language = "lo",
                    StartsAt = Timestamp.FromDateTimeOffset(startsAt),
                    EndsAt = Timestamp.FromDateTimeOffset(endsAt),
                }, cancellationToken: cancel)).SessionId;
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition && i + 1 < trainers.Length)
            {
            }
        }
    }
}
