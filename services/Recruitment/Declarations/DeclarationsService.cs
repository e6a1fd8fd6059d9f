using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

/// <summary>The calls of protos/gms/recruitment/v1/declarations.proto, one file each in this folder.</summary>
public sealed partial class DeclarationsService(RecruitmentDb db, Call call, Questionnaires questionnaires, OwnComplaints own, TimeProvider clock) : Proto.Declarations.DeclarationsBase
{
    StatementTaker Taker =>
        call.Caller.Worker is not null ? StatementTaker.Worker
        : call.Caller.Roles.Contains(Role.CivilSocietyOfficer) ? StatementTaker.CivilSociety
        : StatementTaker.Officer;

    async Task<Contract> FindContract(Guid id, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ContractNotFound());
        call.MustReach(contract.Reach, Problems.ContractNotFound());
        return contract;
    }

    /// <summary>Writes a declaration with its event, and the complaint that it gives ground for.</summary>
    async Task Add(Declaration declaration, Contract contract, CancellationToken cancel)
    {
        db.Declarations.Add(declaration);
        db.Publish(new DeclarationRecorded
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = declaration.RecordedAt,
            SubjectId = declaration.Id.ToString(),
            SubjectVersion = 1,
            WorkerNumber = declaration.WorkerNumber,
            Country = declaration.Country,
            ContractId = contract.Id,
            DeclarationId = declaration.Id,
        });
        await own.LookAtStatement(contract, declaration, cancel);
    }
}
