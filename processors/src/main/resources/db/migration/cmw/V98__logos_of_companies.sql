-- Which of a company's logos stands with it: the newest one, until it is told another.

alter table company add logo_file_id int references file on delete set null;
create index company_logo_file on company (logo_file_id);

update company c set logo_file_id = f.id
  from file f
 where f.kind = 'COMPANY_LOGO'
   and f.owner_company_id = c.id
   and c.logo = '/api/companyLogoFile/' || f.id || '/static';
