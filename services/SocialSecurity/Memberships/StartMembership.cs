using Gms.Events.SocialSecurity;
using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;
using RegistryProto = Gms.Registry.V1;

namespace Gms.SocialSecurity.Memberships;

partial class MembershipsService
{
    public override async Task<Proto.StartMembershipResponse> StartMembership(Proto.StartMembershipRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var scheme = book.Find(Read.Text(request.SchemeId, "scheme_id", 40)) ?? throw Refuse.NotFound(Problems.SchemeNotFound());
        call.MustReach(Reach.Country(scheme.Country), "scheme_id");
        var from = Read.Day(request.FromDay, "from_day");
        var to = Read.OptionalDay(request.ToDay, "to_day");
        var employer = Spelt(Read.OptionalText(request.Employer, "employer", 60));
        var employment = Read.Code(request.EmploymentType, "employment_type", (IReadOnlyCollection<string>)book.EmploymentTypes);
        var channel = request.Channel.Length == 0 ? "" : Read.Code(request.Channel, "channel", (IReadOnlyCollection<string>)book.Channels);

        var worker = await new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.SocialSecurity))
            .ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: context.CancellationToken);
        if (!worker.Exists)
            throw Refuse.NotNow(Problems.WorkerUnknown());
        call.Disclose(number, "membership");

        PartialDate? born = worker.BirthDate is null ? null : Read.PartialDay(worker.BirthDate, "birth_date");
        var apart = scheme.Spells.Exclusions.FirstOrDefault(e => e.Evidence.MayBlock);
        var membership = new Membership
        {
            Id = Guid.CreateVersion7(),
            WorkerNumber = number,
            Country = scheme.Country,
            Scheme = scheme.Id,
            Employer = employer,
            EmploymentType = employment,
            Channel = channel,
            FromDay = from,
            ToDay = to,
            Born = born?.ToString() ?? "",
            Sex = worker.Sex,
            Sole = scheme.Spells.IsSole,
            Apart = apart?.Id,
            ApartFrom = apart?.From,
            ApartTo = apart?.To,
        };
        var job = new Job(scheme.Country, employment, channel, WorkerNumber.CountryOf(number), Presumed: true, from);
        var own = await OfTheWorker(membership, context.CancellationToken);
        Refuse.IfAny(MembershipRules.ToStart(membership, scheme, born, job, own, clock.TodayIn(scheme.Country)));

        db.Memberships.Add(membership);
        db.Publish(Started(membership));
        return await db.Commit(new Proto.StartMembershipResponse { MembershipId = membership.Id.ToString(), WorkerNumber = membership.WorkerNumber, Warnings = { SpellRules.Doubts(membership, scheme, own) } }, context.CancellationToken);
    }

    /// <summary>What the worker has in schemes of the same country, under every number: what the database refuses under one number it cannot see under another.</summary>
    async Task<IReadOnlyList<Membership>> OfTheWorker(Membership membership, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(membership.WorkerNumber, cancel);
        return await db.Memberships.AsNoTracking()
            .Where(m => numbers.Contains(m.WorkerNumber) && m.Country == membership.Country && m.EndReason != MembershipEnd.RecordedInError)
            .OrderBy(m => m.Id).ToListAsync(cancel);
    }

    /// <summary>An id in Recruitment is kept in one spelling, so that the same employer is the same text.</summary>
    internal static string Spelt(string? employer) => employer is null ? "" : Guid.TryParse(employer, out var id) ? id.ToString() : employer.ToUpperInvariant();

    MembershipStarted Started(Membership membership) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = membership.Id.ToString(),
        SubjectVersion = membership.Version,
        WorkerNumber = membership.WorkerNumber,
        Country = membership.Country,
        Scheme = membership.Scheme,
        FromDay = membership.FromDay,
        ToDay = membership.ToDay,
        EmploymentType = membership.EmploymentType,
    };
}
