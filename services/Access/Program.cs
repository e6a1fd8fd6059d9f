using Gms.Access.Accounts;
using Gms.Access.Clients;
using Gms.Access.Demonstration;
using Gms.Access.Messages;
using Gms.Access.OpenId;
using Gms.Access.Organisations;
using Gms.Access.Reminders;
using Gms.Access.SignInCodes;
using Gms.Access.Tokens;
using Gms.Events.DepartureOrientation;
using Gms.Events.Registry;
using Gms.Platform;
using Proto = Gms.Access.V1;

namespace Gms.Access;

public static class Program
{
    public static ServiceBuilder<AccessDb> Service() => new ServiceBuilder<AccessDb>("Access", Permissions.Table)
        .Serves<OrganisationsService>(Proto.OrganisationsReflection.Descriptor)
        .Serves<AccountsService>(Proto.AccountsReflection.Descriptor)
        .Serves<ClientsService>(Proto.ClientsReflection.Descriptor)
        .Serves<TokensService>(Proto.TokensReflection.Descriptor)
        .Serves<SignInCodesService>(Proto.SignInCodesReflection.Descriptor)
        .GivesOut(ExportTables.All)
        .Reads(events => events
            .To<WorkersMerged, OnWorkersMerged>().To<WorkersUnmerged, OnWorkersUnmerged>()
            .To<StayEndNeared, OnStayEndNeared>().To<SessionCancelled, OnSessionCancelled>().To<SessionChanged, OnSessionChanged>().To<PlaceGiven, OnPlaceGiven>())
        .Needs(OpenIdServices.Add)
        .Needs(MessageServices.Add)
        .ServesWeb(OpenIdServices.Map);

    public static Task<int> Main(string[] args) => args switch
    {
        ["demonstration"] => DemonstrationData.Load(Service()),
        [FirstAdministrator.Verb, .. var arguments] => FirstAdministrator.Run(Service(), arguments, Console.Out, Console.Error),
        _ => Service().Run(args),
    };
}
