using Gms.Platform;
using Gms.Recruitment.Contracts;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

partial class DeclarationsService
{
    public override async Task<Proto.RecordDeclarationResponse> RecordDeclaration(Proto.RecordDeclarationRequest request, ServerCallContext context)
    {
        var declaredOn = Read.Day(request.DeclaredOn, "declared_on");
        var languages = Languages.Read(request.Languages, "languages");
        var contract = await FindContract(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);
        if (declaredOn > clock.TodayIn(contract.Origin))
            throw Refuse.NotNow(Problems.DeclarationInFuture());

        var declaration = new Declaration
        {
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            WorkerNumber = contract.WorkerNumber,
            Country = contract.Country,
            DeclaredOn = declaredOn,
            Languages = languages,
            HoldsOwnPapers = request.HasHoldsOwnPapers ? request.HoldsOwnPapers : null,
            OwesRecruiter = request.HasOwesRecruiter ? request.OwesRecruiter : null,
            BorrowedToPay = request.HasBorrowedToPay ? request.BorrowedToPay : null,
            FreeToLeave = request.HasFreeToLeave ? request.FreeToLeave : null,
            HasCopy = request.HasHasCopy ? request.HasCopy : null,
            KnowsComplaintChannel = request.HasKnowsComplaintChannel ? request.KnowsComplaintChannel : null,
            CostsComplete = request.HasCostsComplete ? request.CostsComplete : null,
            RecordedAt = clock.GetUtcNow(),
            TakenBy = Taker,
            Organisation = call.Caller.Organisation,
        };

        await Add(declaration, contract, context.CancellationToken);
        call.Disclose(contract.WorkerNumber, "declaration");
        return await db.Commit(new Proto.RecordDeclarationResponse { DeclarationId = declaration.Id.ToString() }, context.CancellationToken);
    }
}
