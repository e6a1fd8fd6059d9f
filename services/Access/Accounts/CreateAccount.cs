using Gms.Access.Organisations;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.CreateAccountResponse> CreateAccount(Proto.CreateAccountRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var name = Read.Text(request.Name, "name");
        var worker = request.WorkerNumber.Length == 0 ? null : Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var organisationId = Read.OptionalId(request.OrganisationId, "organisation_id");
        if (worker is null == organisationId is null)
            throw Refuse.Invalid(Problems.AccountOwnerUnclear());
        var organisation = organisationId is { } id ? await db.Organisation(call, id, cancel) : null;
        if (worker is not null)
            call.MustReach(Reach.Country(WorkerNumber.CountryOf(worker)), "worker_number");
        var roles = worker is not null && request.Roles.Count == 0 ? [Role.Worker] : ReadRoles(request.Roles);

        var numbers = worker is null ? [] : await db.NumbersOf(worker, cancel);
        var hasOne = await db.Accounts.AnyAsync(a => numbers.Contains(a.WorkerNumber!) && a.WorkerNumber != worker, cancel);
        Refuse.IfAny(AccountRules.ToCreate(name, organisation?.Kind, roles, worker, hasOne));

        var account = new Account { Id = Guid.CreateVersion7(), UserName = name, OrganisationId = organisationId, Organisation = organisation, WorkerNumber = worker, Roles = roles, CreatedAt = clock.GetUtcNow() };
        var first = Passwords.New();
        account.MustChangePassword = true;
        var made = await accounts.CreateAsync(account, first);
        if (!made.Succeeded)
            throw Refuse.NotNow(made.Errors.Select(e => e.Code == "DuplicateUserName" ? Problems.AccountNameTaken() : Problems.AccountNameMalformed()).ToList());

        Disclose(account);
        // The password goes into the answer only now: what is kept for a repeat does not hold it.
        var answer = await db.Commit(new Proto.CreateAccountResponse { AccountId = account.Id.ToString() }, cancel);
        if (answer.AccountId == account.Id.ToString())
            answer.FirstPassword = first;
        return answer;
    }
}
