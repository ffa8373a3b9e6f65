"""The headers of exports as programs write them, each as it was seen in public files."""

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,"
    "Phone 2 - Value,Phone 3 - Label,Phone 3 - Value,Address 1 - Label,Address 1 - Formatted,"
    "Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,"
    "Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,"
    "Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,"
    "Custom Field 1 - Value"
)
OLD_GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
    "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,"
    "Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,"
    "Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Type,"
    "Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title"
)
GOOGLES_OUTLOOK = (
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,"
    "Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,"
    "Primary Phone,Home Phone,Home Phone 2,Mobile Phone,Pager,Home Fax,Home Address,"
    "Company Main Phone,Business Phone,Business Phone 2,Business Fax,Assistant's Phone,Company,"
    "Job Title,Department,Categories"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business Country/Region,Home Street,Other Country/Region,Assistant's Phone,Business Fax,"
    "Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,"
    "Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,"
    "TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,Birthday,"
    "Categories,Children,Directory Server,E-mail Address,E-mail Type,E-mail Display Name,"
    "E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,Notes,Office Location,User 1,User 2,"
    "Web Page"
)
OUTLOOK_ON_THE_WEB = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,"
    "E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,"
    "Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,"
    "Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,IMAddress,"
    "Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,"
    "Assistant's Phone,Company Yomi,Business Street,Personal Web Page,Spouse,Schools,Hobby,"
    "Location,Web Page,Birthday,Anniversary,Notes"
)
GERMAN_OUTLOOK = (
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,"
    "Straße geschäftlich,Land/Region geschäftlich,Telefon Assistent,Fax geschäftlich,"
    "Telefon geschäftlich,Telefon geschäftlich 2,Rückmeldung,Autotelefon,Telefon Firma,"
    "Fax privat,Telefon (privat),Telefon (privat 2),ISDN,Mobiltelefon,Haupttelefon,"
    "E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,E-Mail 2: Typ,"
    "Kategorien,Notizen,Webseite"
)
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,"
    "Lead Status,Create Date,Last Modified Date,Lifecycle Stage,Associated Company,"
    "Associated Company IDs,Associated Deal,Associated Deal IDs,Job Title,Company Name,City,"
    "State/Region,Postal Code,Country/Region,Unsubscribed from all email"
)
REPORT = (
    "Salutation,First Name,Last Name,Title,Mailing Street,Mailing City,Mailing State/Province,"
    "Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Fax,Email,Contact Record Type,"
    "Account Name,Account Owner,Lead Source"
)
OTHER_REPORT = (
    "Contact ID,First Name,Last Name,Account,Business Phone,Mobile Phone,Home Phone,Other Phone,"
    "Asst. Phone,Contact Owner,Do Not Call,Email Opt Out,Description"
)
DATA_LOADER = (
    "Id,IsDeleted,AccountId,LastName,FirstName,Salutation,MailingCountry,Phone,Fax,MobilePhone,"
    "HomePhone,OtherPhone,AssistantPhone,ReportsToId,Email,Title,OwnerId,HasOptedOutOfEmail,"
    "HasOptedOutOfFax,DoNotCall,SystemModstamp"
)
LEADS = (
    "Id,IsDeleted,LastName,FirstName,Company,Country,Phone,MobilePhone,Email,Status,OwnerId,"
    "HasOptedOutOfEmail,IsConverted,DoNotCall"
)
PIPEDRIVE = (
    "Person - ID,Person - Name,Person - First name,Person - Last name,Person - Label(s),"
    "Person - Organization,Person - Email - Work,Person - Email - Home,Person - Email - Other,"
    "Person - Phone - Work,Person - Phone - Home,Person - Phone - Mobile,Person - Phone - Other,"
    "Person - Owner,Person - Job title,Person - Birthday,Person - Last activity date,"
    "Person - Closed deals,Person - Open deals,Person - Notes,Person - Postal address,"
    "Organization - Name"
)
ZOHO = (
    "Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,"
    "Account Name,Vendor Name.id,Vendor Name,Email,Title,Department,Phone,Home Phone,Other Phone,"
    "Fax,Mobile,Date of Birth,Created By.id,Created By,Modified By.id,Modified By,Created Time,"
    "Modified Time,Contact Name,Mailing Street,Mailing City,Mailing State,Mailing Zip,"
    "Mailing Country,Description,Email Opt Out,Salutation,Secondary Email,Last Activity Time,Tag,"
    "Unsubscribed Mode,Unsubscribed Time"
)
MAILCHIMP = (
    "Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,"
    "OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,"
    "LAST_CHANGED,LEID,EUID,NOTES,TAGS"
)
UNSUBSCRIBED = "UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER"
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
    "Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Country,"
    "Work Country,Organization,Notes"
)
OWN = (
    "Customer ID,Book,Name,Company,Phone 1 - Label,Phone 1 - Value,Phone 1 - As written,"
    "Phone 1 - Wrong since,Phone 2 - Label,Phone 2 - Value,Phone 2 - As written,"
    "Phone 2 - Wrong since,E-mail 1 - Label,E-mail 1 - Value,Country,Time Zone,Hours,Segment,"
    "Cadence,Leader,Recommended by,Joined on,Renewed on,Left on,Paused on,Paused until,"
    "Do Not Contact,Refused on,Refused because,Other ids"
)
